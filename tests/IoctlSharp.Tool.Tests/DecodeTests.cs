using System.Linq;

namespace IoctlSharp.Tool.Tests;

/// <summary><c>ioctlsharp decode</c>.</summary>
public sealed class DecodeTests
{
    [Theory]
    [InlineData("0x3b71")]
    [InlineData("0X3B71")]
    [InlineData("15217")]
    public void One_number_may_be_several_commands(string number)
    {
        ToolRun run = ToolRun.Of("decode", number, "--arch", "x86_64").ShouldExitWith(0);
        run.Output.Split('\n', System.StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "0x3b71 on x86_64",
            "  direction  none (_IO)",
            "  type       0x3b ';'",
            "  number     0x71 (113)",
            "  size       0 bytes",
            "VFIO_DEVICE_PCI_HOT_RESET: on a file of kind device (IoctlSharp.Vfio.VfioDevice), struct vfio_pci_hot_reset, linux/vfio.h, IoctlSharp.Vfio.VfioIoctls.PciHotReset",
            "VFIO_IOMMU_MAP_DMA: on a file of kind container (IoctlSharp.Vfio.VfioContainer), struct vfio_iommu_type1_dma_map, linux/vfio.h, IoctlSharp.Vfio.VfioIoctls.MapDma",
        ]);
        run.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void POWER_has_other_bits()
        => ToolRun.Of("decode", "0x20003b71", "--arch", "ppc64le").ShouldExitWith(0).Output.ShouldContain("direction  none (_IO)\n");

    [Fact]
    public void A_number_of_another_architecture_is_named_with_the_one_here()
    {
        ToolRun run = ToolRun.Of("decode", "0x3b71", "--arch", "ppc64le").ShouldExitWith(1);
        run.Output.ShouldContain("none of _IO, _IOR, _IOW, _IOWR makes such a number here");
        run.Output.ShouldContain("VFIO_IOMMU_MAP_DMA: ");
        run.Output.ShouldContain("; here it is 0x20003b71, and 0x3b71 on x86_64 i386 aarch64 arm riscv64 s390x loongarch64\n");
    }

    [Theory]
    [InlineData("0x80207411", "x86_64", "read (_IOR): the kernel writes the argument", "0x11 (17)", "32 bytes", "TOASTER_WAIT")]
    [InlineData("0x801c7411", "i386", "read (_IOR): the kernel writes the argument", "0x11 (17)", "28 bytes", "TOASTER_WAIT")]
    [InlineData("0x80207410", "sparc64", "write (_IOW): the kernel reads the argument", "0x10 (16)", "32 bytes", "TOASTER_SET_PROGRAM")]
    [InlineData("0x4b30", "x86_64", "none (_IO)", "0x30 (48)", "0 bytes", "TOASTER_BEEP")]
    [InlineData("0x4b31", "mips64el", "none of _IO, _IOR, _IOW, _IOWR makes such a number here", "", "", "TOASTER_BEEP")]
    public void Commands_of_a_user_s_assembly_are_known_too(string number, string arch, string direction, string nr, string size, string command)
    {
        string output = ToolRun.Of("decode", number, "--arch", arch, "--assembly", ToolRun.Driver).ShouldExitWith(0).Output;
        output.ShouldContain($"direction  {direction}\n");
        output.ShouldContain(nr);
        output.ShouldContain(size);
        output.Split('\n').Count(line => line.StartsWith(command + ": ", System.StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void An_unknown_number_is_status_1()
        => ToolRun.Of("decode", "0xffffffff", "--arch", "x86_64").ShouldExitWith(1).Output.ShouldContain("no command that is known has this number on x86_64\n");

    [Theory]
    [InlineData("3b71")]
    [InlineData("0x")]
    [InlineData("0x123456789")]
    [InlineData("VFIO_IOMMU_MAP_DMA")]
    public void What_is_no_number_is_status_2(string text)
        => ToolRun.Of("decode", text).ShouldExitWith(2).Errors.ShouldStartWith($"ioctlsharp: '{text}' is no number of 32 bits");

    [Fact]
    public void An_unknown_architecture_is_status_2() => ToolRun.Of("decode", "1", "--arch", "vax").ShouldExitWith(2).Errors.ShouldContain("vax");
}
