using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace IoctlSharp.Packages.Tests;

/// <summary>A native program made of both packages, each of their members included.</summary>
public sealed class NativeAotTests(PackageFeed feed)
{
    [Fact]
    public void Publishes_without_a_warning_and_runs()
        => new NativeProgram(feed.PublishNative().ShouldSucceed()).Run().ShouldSucceed().Output.ShouldContain("claims: ");

    [Fact]
    public void Registers_are_read_and_written_at_their_own_width_whatever_is_used_of_them()
    {
        Assert.SkipUnless(RuntimeInformation.OSArchitecture == Architecture.X64, "the instructions looked for are x86-64's");
        NativeProgram program = new(feed.PublishNative().ShouldSucceed());

        // Each accessor is one access and the return.
        foreach ((string accessor, string instruction) in new[]
        {
            ("Load8", "movzbl (%rdi),%eax"),
            ("Load16", "movzwl (%rdi),%eax"),
            ("Load32", "mov (%rdi),%eax"),
            ("Load64", "mov (%rdi),%rax"),
            ("Store8", "mov %sil,(%rdi)"),
            ("Store16", "mov %si,(%rdi)"),
            ("Store32", "mov %esi,(%rdi)"),
            ("Store64", "mov %rsi,(%rdi)"),
        })
            program.Instructions("RegisterAccess__" + accessor).Where(line => line.Contains('(')).ShouldBe([instruction], accessor);

        // Nothing else touches the registers, however little of them the caller uses.
        Reaches(program, "Registers__PollLowBit", "MappedRegion__Read32", "RegisterAccess__Load32");
        Reaches(program, "Registers__LowByte", "MappedRegion__Read64", "RegisterAccess__Load64");
        // The same expression on memory that the compiler sees is narrowed: what is looked for can be found.
        program.Instructions("Registers__PollExposed").ShouldContain(line => Regex.IsMatch(line, @"^testb \$0x1,\(%\w+\)$"));
    }

    // The method calls the accessor, or calls what does.
    private static void Reaches(NativeProgram program, string method, string between, string accessor)
    {
        string[] calls = [.. program.Instructions(method).Where(line => line.StartsWith("call", System.StringComparison.Ordinal))];
        if (calls.Any(line => line.Contains(accessor, System.StringComparison.Ordinal)))
            return;
        calls.ShouldContain(line => line.Contains(between, System.StringComparison.Ordinal), method);
        program.Instructions(between).ShouldContain(line => line.StartsWith("call", System.StringComparison.Ordinal) && line.Contains(accessor, System.StringComparison.Ordinal), between);
    }
}
