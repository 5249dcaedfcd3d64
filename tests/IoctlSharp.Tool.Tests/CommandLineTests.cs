using System;
using System.IO;

namespace IoctlSharp.Tool.Tests;

/// <summary>What a Unix user expects of a command: help on stdout, errors on stderr, exit statuses.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", "manifest <ASSEMBLY>")]
    [InlineData("manifest --help", "bit-field")]
    [InlineData("verify --help", "toaster_program.deadline: C# offset 8, C offset 16")]
    [InlineData("decode --help", "ppc64le")]
    public void Help_is_printed_and_is_no_error(string arguments, string text)
    {
        ToolRun run = ToolRun.Of(arguments.Split(' ')).ShouldExitWith(0);
        run.Output.ShouldContain(text);
        run.Output.ShouldContain("ioctlsharp ");
        run.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void The_version_is_that_of_the_package() => ToolRun.Of("--version").ShouldExitWith(0).Output.ShouldStartWith("0.1.0");

    [Theory]
    [InlineData("")]
    [InlineData("manifest")]
    [InlineData("manifest a b")]
    [InlineData("frobnicate")]
    [InlineData("manifest --frobnicate")]
    [InlineData("verify")]
    [InlineData("decode")]
    [InlineData("decode 1 2")]
    public void Wrong_usage_is_status_2(string arguments)
    {
        ToolRun run = ToolRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldExitWith(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith("ioctlsharp: ");
        run.Errors.ShouldContain("Try 'ioctlsharp --help'.");
    }

    [Theory]
    [InlineData("/etc/passwd", "/etc/passwd: not a .NET assembly")]
    [InlineData("/nowhere/a.dll", "/nowhere/a.dll")]
    public void A_file_that_cannot_be_read_is_status_2(string path, string message)
    {
        ToolRun run = ToolRun.Of("manifest", path).ShouldExitWith(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith("ioctlsharp: ");
        run.Errors.ShouldContain(message);
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public void An_assembly_without_declarations_declares_nothing()
        => ToolRun.Of("manifest", Path.Combine(AppContext.BaseDirectory, "Shouldly.dll")).ShouldExitWith(0).Output
            .ShouldBe("{\"schema\":1,\"assembly\":\"Shouldly\",\n\"structs\":[],\n\"commands\":[],\n\"constants\":[]}\n");

    [Fact]
    public void A_layout_that_the_runtime_does_not_have_is_not_believed()
    {
        ToolRun run = ToolRun.Of("manifest", ToolRun.UncheckedDriver).ShouldExitWith(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldBe("ioctlsharp: Grill.GrillState has not the layout of C: the runtime gives 'Celsius' the offset 4, and C 8; build it with the generator and the analyzers\n");
    }
}
