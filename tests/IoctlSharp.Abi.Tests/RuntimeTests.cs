using System.IO;
using System.Runtime.InteropServices;
using IoctlSharp.Abi.Probe;
using Shouldly;
using Xunit;

namespace IoctlSharp.Abi.Tests;

/// <summary>
/// What the runtimes really do: .NET in this process, and Debian's Mono for other architectures, big-endian and 32-bit ones among them. The calls go to a kernel
/// by way of an emulator, which knows commands by the numbers of the architecture that it emulates: a wrong number is none, a wrong layout is read wrongly.
/// </summary>
public sealed class RuntimeTests
{
    // What the emulator says to a command that it does not know; a kernel's driver says ENOTTY.
    private const string NotEmulated = "ENOSYS";

    // Not a call, but what is read of an answer.
    private const string ReadOnly = "capability";

    public static TheoryData<string, string, string> Architectures => new()
    {
        { "i386", "i386", "I386" },
        { "arm64", "aarch64", "AArch64" },
        { "armhf", "arm", "Arm" },
        { "ppc64el", "ppc64le", "Ppc64le" },
        { "s390x", "s390x", "S390x" },
    };

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Structs_lie_in_Mono_as_the_layout_engine_says(string architecture, string abi, string detected)
    {
        ProbeReport report = ProbeRun.Of(architecture);
        report.Abi.ShouldBe(detected);
        report.IsBigEndian.ShouldBe(architecture == "s390x");
        LayoutComparison.Verify(report, abi);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Commands_have_the_numbers_of_the_architecture(string architecture, string abi, string detected)
    {
        ProbeReport report = ProbeRun.Of(architecture);
        report.Abi.ShouldBe(detected);
        LayoutComparison.VerifyNumbers(report, abi);
        ShouldMakeCalls(report);
    }

    [Fact]
    public void This_runtime_does_the_same()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "the manifest's key for this machine is not x86_64");
        using StringWriter output = new();
        output.WriteLine("abi\tX86_64");
        output.WriteLine("endian\tlittle");
        StructProbe.Print(output);
        CommandProbe.Print(output);
        CallProbe.Print(output);
        ProbeReport report = new(output.ToString());
        LayoutComparison.Verify(report, "x86_64");
        LayoutComparison.VerifyNumbers(report, "x86_64");
        ShouldMakeCalls(report);
        report.Refusals.ShouldAllBe(refusal => refusal.Value == (refusal.Key == ReadOnly ? "none" : "ENOTTY"));
    }

    [Fact]
    public void An_i386_process_is_refused_what_its_64_bit_kernel_would_misread()
    {
        ProbeReport report = ProbeRun.Of("--native", "i386");
        report.Abi.ShouldBe("I386");
        report.Refusals["vfio_bitmap"].ShouldStartWith("'vfio_bitmap' has another layout in a 32-bit process");
        report.Refusals["vfio_bitmap, never throwing"].ShouldBe("EOPNOTSUPP");
        report.Refusals["VFIO_IOMMU_DIRTY_PAGES"].ShouldStartWith("'vfio_iommu_type1_dirty_bitmap_get' has another layout in a 32-bit process");
        report.Refusals["VFIO_IOMMU_UNMAP_DMA"].ShouldStartWith("'vfio_bitmap' has another layout in a 32-bit process");
        report.Refusals[ReadOnly].ShouldStartWith("'VfioIommuType1InfoCapMigration' has another layout in a 32-bit process");
        report.Refusals["probe_misaligned"].ShouldStartWith("'probe_misaligned' has another layout on i386 than C gives it");
        report.Refusals["probe_even"].ShouldBe("ENOTTY");
        LayoutComparison.Verify(report, "i386");
        ShouldMakeCalls(report);
    }

    [Fact]
    public void A_32_bit_kernel_reads_what_an_i386_process_has()
    {
        // The emulator says that it is one.
        ProbeReport report = ProbeRun.Of("i386");
        report.Refusals["vfio_bitmap"].ShouldBe(NotEmulated);
        report.Refusals["vfio_bitmap, never throwing"].ShouldBe(NotEmulated);
        report.Refusals["VFIO_IOMMU_DIRTY_PAGES"].ShouldBe(NotEmulated);
        report.Refusals[ReadOnly].ShouldBe("none");
        report.Refusals["probe_misaligned"].ShouldStartWith("'probe_misaligned' has another layout on i386 than C gives it");
    }

    [Theory]
    [InlineData("arm64")]
    [InlineData("armhf")]
    [InlineData("ppc64el")]
    [InlineData("s390x")]
    public void Nobody_else_is_refused_anything(string architecture) => ProbeRun.Of(architecture).Refusals
        .ShouldAllBe(refusal => refusal.Value == (refusal.Key == ReadOnly ? "none" : NotEmulated));

    private static void ShouldMakeCalls(ProbeReport report)
    {
        report.Calls["TIOCGWINSZ"].ShouldBe("winsize { ws_row = 43, ws_col = 132, ws_xpixel = 1000, ws_ypixel = 2000 }");
        report.Calls["FIONREAD"].ShouldBe("300");
    }
}
