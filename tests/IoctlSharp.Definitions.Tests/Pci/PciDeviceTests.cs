using System;
using System.IO;
using IoctlSharp.Pci;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Pci;

public sealed class PciDeviceTests : IDisposable
{
    private readonly FakeSysfs _sysfs = new();

    public void Dispose() => _sysfs.Dispose();

    [Fact]
    public void A_device_has_its_ids_its_class_and_its_driver()
    {
        _sysfs.AddDevice("0000:06:0d.0", "1234:11e8", "edu", classCode: 0x00ff00);
        PciDevice device = new("0000:06:0d.0", _sysfs);
        device.VendorId.ShouldBe((ushort)0x1234);
        device.DeviceId.ShouldBe((ushort)0x11e8);
        device.ClassCode.ShouldBe(0x00ff00u);
        device.Driver.ShouldBe("edu");
        device.ToString().ShouldBe("0000:06:0d.0 1234:11e8 (edu)");
    }

    [Theory]
    [InlineData("0000:06:0D.0")]
    [InlineData("06:0d.0")]
    public void An_address_is_taken_as_lspci_prints_it(string address)
    {
        _sysfs.AddDevice("0000:06:0d.0", "1234:11e8", null);
        new PciDevice(address, _sysfs).Address.ShouldBe("0000:06:0d.0");
    }

    [Fact]
    public void A_domain_can_have_more_than_four_digits()
    {
        _sysfs.AddDevice("10000:e1:00.0", "8086:0a54", "nvme");
        new PciDevice("10000:e1:00.0", _sysfs).Driver.ShouldBe("nvme");
    }

    [Theory]
    [InlineData("")]
    [InlineData("edu")]
    [InlineData("0000:06:0d")]
    [InlineData("0000:06:0d.0.0")]
    [InlineData("0000:6:0d.0")]
    [InlineData("0000:06:0g.0")]
    [InlineData("../../x:06:0d.0")]
    [InlineData("0000.06:0d.0")]
    [InlineData("0000:06.0d:0")]
    public void What_is_no_address_is_named(string address)
        => Should.Throw<FormatException>(() => new PciDevice(address, _sysfs)).Message.ShouldBe($"\"{address}\" is no PCI address: it has the form 0000:06:0d.0.");

    [Fact]
    public void A_device_that_is_not_there_is_named()
        => Should.Throw<FileNotFoundException>(() => new PciDevice("0000:06:0d.0", _sysfs)).Message.ShouldContain("0000:06:0d.0");

    [Fact]
    public void A_device_has_a_file_of_its_own_once_a_VFIO_driver_has_it()
    {
        _sysfs.AddDevice("0000:06:0d.0", "1234:11e8", "edu");
        PciDevice device = new("0000:06:0d.0", _sysfs);
        Should.Throw<FileNotFoundException>(() => device.CdevPath).Message.ShouldContain("0000:06:0d.0 has no VFIO file of its own: bind it to vfio-pci");
        string entry = Path.Combine(_sysfs.VfioFiles(device.Address), "vfio12");
        Directory.CreateDirectory(entry);
        Should.Throw<FileNotFoundException>(() => device.CdevPath).Message.ShouldContain("on a kernel with CONFIG_VFIO_DEVICE_CDEV");
        File.WriteAllText(Path.Combine(entry, "dev"), "511:12\n");
        device.CdevPath.ShouldBe("/dev/vfio/devices/vfio12");
    }

    [Fact]
    public void A_device_without_group_says_that_the_IOMMU_is_off()
    {
        _sysfs.AddDevice("0000:06:0d.0", "1234:11e8", null);
        IOException failure = Should.Throw<IOException>(() => new PciDevice("0000:06:0d.0", _sysfs).IommuGroup);
        failure.Message.ShouldContain("0000:06:0d.0 has no IOMMU group");
        failure.Message.ShouldContain("intel_iommu=on");
    }

    [Theory]
    [InlineData(null, 0x020000u, true)]
    [InlineData("vfio-pci", 0x020000u, true)]
    [InlineData("mlx5_vfio_pci", 0x020000u, true)]
    [InlineData("pci-stub", 0x020000u, true)]
    [InlineData("pcieport", 0x060400u, true)]
    [InlineData("e1000e", 0x020000u, false)]
    [InlineData("pci-pf-stub", 0x020000u, false)]
    [InlineData("lpc_ich", 0x060100u, false)]
    public void A_driver_of_its_own_makes_a_group_unviable_but_for_bridges(string? driver, uint classCode, bool isViable)
    {
        _sysfs.AddDevice("0000:06:0d.0", "8086:10d3", driver, group: 7, classCode);
        PciDevice device = new("0000:06:0d.0", _sysfs);
        device.IsViable.ShouldBe(isViable);
        device.IommuGroup.BlockingDevices.Count.ShouldBe(isViable ? 0 : 1);
    }
}
