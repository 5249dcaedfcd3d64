using System.IO;

namespace IoctlSharp.Tool.Tests;

/// <summary><c>ioctlsharp verify</c>, of a user's declarations against his driver's header: the one that they say, and one with a mistake of each kind.</summary>
public sealed class VerifyTests
{
    // Debian's gcc for 32 bits looks for <asm/...> in a folder of its own; the headers are those of 64 bits.
    private const string ForI386 = "gcc -m32 -ffreestanding -idirafter /usr/include/x86_64-linux-gnu";

    public VerifyTests() => Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "no gcc: apt-get install gcc libc6-dev");

    [Theory]
    [InlineData("gcc", "x86_64")]
    [InlineData(ForI386, "i386")]
    public void A_right_header_agrees(string compiler, string arch)
    {
        ToolRun run = Verify(compiler, "right").ShouldExitWith(0);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldBe($"ioctlsharp: 0 differences in 46 comparisons on {arch}\n");
    }

    [Fact]
    public void A_wrong_header_differs_in_each_kind_of_thing()
        => Verify("gcc", "wrong").ShouldExitWith(1).Output.ShouldBe(
            """
            toaster_cause: declared in C#, C has no union toaster_cause
            toaster_event: C# size 32, C size 40
            toaster_event.kind: C# offset 0, C has a bit-field
            toaster_event.cause: C# offset 4, C offset 8
            toaster_event.place: C# offset 12, C offset 16
            toaster_event.place.slot: C# offset 12, C offset 18
            toaster_event.place.depth: C# offset 14, C offset 16
            toaster_event.kelvin: C# offset 16, C offset 20
            toaster_event.slot: C# offset 20, C offset 24
            toaster_event.code: C# offset 16, C offset 20
            toaster_event.lever: C# offset 16, C offset 20
            toaster_event.lever: C# bits 1, C bits 2
            toaster_event.level: C# offset 16, C offset 20
            toaster_event.level: C# bit 1, C bit 2
            toaster_event.level: C# bits 7, C bits 6
            toaster_event.seconds: C# offset 24, C offset 32
            toaster_event.rest: not declared in C#, C offset 21
            toaster_program.flags: C# offset 4, C has no such field
            toaster_program.toasts: C# size 8, C size 4
            toaster_program.label: C# size 12, C size 8
            toaster_program.count: C# offset 28, C offset 24
            toaster_program.pad: C# offset 30, C offset 26
            toaster_program.slices: C# offset 32, C offset 28
            toaster_program.slices: C# element size 8, C element size 2
            toaster_slice.darkness: C# bit 0, C bit 1
            toaster_slice.frozen: C# bit 5, C bit 0
            toaster_slice.pad: C# offset 6, C offset 7
            toaster_slice.pad: C# size 2, C size 1
            toaster_slice.butter: not declared in C#, C offset 6
            TOASTER_BEEP: C# number 0x4b30, C has no such command
            TOASTER_EJECT: C# number 0x7412, C has no such command
            TOASTER_WAIT: C# number 0x80207411, C number 0x7411
            TOASTER_FLAG_BOTH_SIDES: C# value 2, C value 4
            TOASTER_FLAG_FORCE: C# value 2147483648, C has no such constant
            TOASTER_FOREVER: C# value 18446744073709551615, C has no such constant
            TOASTER_MIN_CELSIUS: C# value -40, C value -41
            TOASTER_NAME: C# value "toaster", C value "grill"

            """);

    [Fact]
    public void Only_i386_aligns_64_bits_to_4_bytes()
    {
        // In the wrong header an 8-byte union stands behind 4 bytes: C# has 4 more before it.
        Verify("gcc", "wrong").Output.ShouldNotContain("toaster_program.deadline");
        Verify(ForI386, "wrong").ShouldExitWith(1).Output.ShouldContain("toaster_program.deadline: C# offset 8, C offset 4\n");
    }

    [Fact]
    public void Complete_also_names_what_nobody_declares()
    {
        Verify("gcc", "right", "--complete").ShouldExitWith(1).Output.ShouldBe("TOASTER_BASE: not declared in C#\n");
        Verify("gcc", "right", "--complete", "--except", "TOASTER_BA*").ShouldExitWith(0).Output.ShouldBeEmpty();
    }

    [Fact]
    public void What_names_a_header_can_be_left_out()
        => Verify("gcc", "wrong", "--without", "toaster/toaster.h").ShouldExitWith(0).Errors.ShouldBe("ioctlsharp: 0 differences in 0 comparisons on x86_64\n");

    [Theory]
    [InlineData("gcc", "nowhere", "toaster/toaster.h: No such file")]
    [InlineData("no-such-compiler", "right", "no-such-compiler cannot be run")]
    [InlineData("gcc --no-such-option", "right", "gcc failed")]
    [InlineData("gcc -mx32", "right", "gcc makes code for none of x86_64 i386")]
    [InlineData(" ", "right", "--cc names no compiler")]
    public void What_cannot_be_compared_is_status_2(string compiler, string headers, string message)
    {
        ToolRun run = Verify(compiler, headers).ShouldExitWith(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith("ioctlsharp: ");
        run.Errors.ShouldContain(message);
        run.Errors.ShouldNotContain("   at ");
    }

    private static ToolRun Verify(string compiler, string headers, params string[] options)
        => ToolRun.Of(["verify", ToolRun.Driver, "--cc", compiler, "--include", Path.Combine(ToolRun.RepositoryRoot, "tests/IoctlSharp.Tool.Tests/Headers", headers), .. options]);
}
