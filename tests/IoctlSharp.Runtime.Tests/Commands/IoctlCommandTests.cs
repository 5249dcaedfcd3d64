using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Commands;

public sealed class IoctlCommandTests
{
    private static readonly IoctlCommand s_map = new("VFIO_IOMMU_MAP_DMA", IoctlMacro.IO, (byte)';', 113);
    private static readonly IoctlCommand s_available = IoctlCommand.Legacy("FIONREAD", 0x541b, 0x4004667f, 0x467f, 0x4004667f);

    [Fact]
    public void Its_text_is_name_and_number()
    {
        Assert.SkipUnless(ProcessAbi.Current is LinuxAbi.X86_64 or LinuxAbi.AArch64, "the number in the text is x86's and arm's");
        s_map.ToString().ShouldBe("VFIO_IOMMU_MAP_DMA (0x3b71)");
    }

    [Fact]
    public void A_size_follows_the_data_model()
    {
        var command = new IoctlCommand("X", IoctlMacro.IOW, 1, 2, sizeLp64: 40, sizeIlp32: 36, sizeI386: 32);
        command.NumberOn(LinuxAbi.X86_64).ShouldBe(0x40280102u);
        command.NumberOn(LinuxAbi.Arm).ShouldBe(0x40240102u);
        command.NumberOn(LinuxAbi.I386).ShouldBe(0x40200102u);
        command.NumberOn(LinuxAbi.Ppc64le).ShouldBe(0x80280102u);
        new IoctlCommand("X", IoctlMacro.IOW, 1, 2, 4).NumberOn(LinuxAbi.Arm).ShouldBe(0x40040102u);
    }

    [Fact]
    public void A_legacy_number_is_a_machines_own()
    {
        s_available.IsLegacy.ShouldBeTrue();
        s_available.NumberOn(LinuxAbi.X86_64).ShouldBe(0x541bu);
        s_available.NumberOn(LinuxAbi.RiscV64).ShouldBe(0x541bu);
        s_available.NumberOn(LinuxAbi.Ppc64le).ShouldBe(0x4004667fu);
        s_available.NumberOn(LinuxAbi.Mips64el).ShouldBe(0x467fu);
        s_available.NumberOn(LinuxAbi.Sparc64).ShouldBe(0x4004667fu);
        ((ulong)IoctlNumber.Legacy(0x541b, 0x4004667f, 0x467f, 0x4004667f)).ShouldBe(s_available.Number);
    }

    [Fact]
    public void Commands_that_share_a_number_are_not_equal()
    {
        var reset = new IoctlCommand("VFIO_DEVICE_PCI_HOT_RESET", IoctlMacro.IO, (byte)';', 113);
        reset.Number.ShouldBe(s_map.Number);
        (reset == s_map).ShouldBeFalse();
        (s_map == new IoctlCommand("VFIO_IOMMU_MAP_DMA", IoctlMacro.IO, (byte)';', 113)).ShouldBeTrue();
        s_map.GetHashCode().ShouldBe(new IoctlCommand("VFIO_IOMMU_MAP_DMA", IoctlMacro.IO, (byte)';', 113).GetHashCode());
    }

    [Fact]
    public void A_default_command_has_a_text() => default(IoctlCommand).ToString().ShouldStartWith(" (0x");

    [Fact]
    public void An_exception_says_command_error_and_meaning()
    {
        var known = IoctlException.For(s_map, -17, "the range overlaps one that is mapped");
        known.Message.ShouldBe($"{s_map} failed with EEXIST (17, File exists): the range overlaps one that is mapped.");
        known.Error.ShouldBe(Errno.EEXIST);
        known.Command.ShouldBe(s_map);
        known.Meaning.ShouldBe("the range overlaps one that is mapped");
        known.HResult.ShouldBe(17);

        var unknown = IoctlException.For(s_map, -5);
        unknown.Message.ShouldBe($"{s_map} failed with EIO (5, Input/output error).");
        unknown.Meaning.ShouldBeNull();
        IoctlException.For(s_map, -25).Message.ShouldContain("another kind");
    }
}
