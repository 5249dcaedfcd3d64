using System;
using System.IO;
using System.Linq;
using IoctlSharp.Pci;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Pci;

public sealed class IommuGroupTests : IDisposable
{
    private readonly FakeSysfs _sysfs = new();

    public IommuGroupTests()
    {
        _sysfs.AddDevice("0000:00:1e.0", "8086:244e", "pcieport", group: 26, classCode: 0x060400);
        _sysfs.AddDevice("0000:06:0d.1", "1234:11e8", "vfio-pci", group: 26);
        _sysfs.AddDevice("0000:06:0d.0", "1234:11e8", null, group: 26);
        _sysfs.AddDevice("0000:07:00.0", "8086:10d3", "e1000e", group: 2);
    }

    public void Dispose() => _sysfs.Dispose();

    private IommuGroup Group => new PciDevice("0000:06:0d.0", _sysfs).IommuGroup;

    [Fact]
    public void A_group_has_a_number_a_file_and_its_devices_in_order()
    {
        Group.Number.ShouldBe(26);
        Group.DevicePath.ShouldBe("/dev/vfio/26");
        Group.Devices.Select(device => device.Address).ShouldBe(["0000:00:1e.0", "0000:06:0d.0", "0000:06:0d.1"]);
    }

    [Fact]
    public void Bridges_devices_of_vfio_and_devices_without_driver_leave_it_viable()
    {
        Group.BlockingDevices.ShouldBeEmpty();
        Should.NotThrow(Group.ThrowIfNotViable);
    }

    [Fact]
    public void Every_device_that_makes_it_unviable_is_named_with_its_driver_and_the_remedy()
    {
        _sysfs.AddDevice("0000:06:0e.0", "1af4:1000", "virtio-pci", group: 26);
        _sysfs.AddDevice("0000:06:0f.0", "8086:10d3", "e1000e", group: 26);
        Should.Throw<InvalidOperationException>(Group.ThrowIfNotViable).Message.ShouldBe(
            "IOMMU group 26 is not viable: 0000:06:0e.0 is bound to virtio-pci, 0000:06:0f.0 is bound to e1000e. Bind every device of the group to vfio-pci, or to no driver.");
        Should.Throw<InvalidOperationException>(() => Group.Open());
    }

    [Fact]
    public void What_is_no_PCI_device_is_no_device_of_it()
    {
        Directory.CreateDirectory(Path.Combine(_sysfs.GroupDevices(26), "INTC1057:00"));
        Group.Devices.Count.ShouldBe(3);
    }

    [Fact]
    public void A_group_that_VFIO_made_up_has_a_file_of_its_own_kind()
    {
        File.WriteAllText(_sysfs.GroupName(26), "vfio-noiommu\n");
        Group.DevicePath.ShouldBe("/dev/vfio/noiommu-26");
    }

    [Fact]
    public void A_group_that_is_gone_is_an_error()
    {
        IommuGroup group = Group;
        Directory.Delete(Path.Combine(_sysfs.Groups, "26"), recursive: true);
        Should.Throw<IOException>(() => group.Devices);
    }
}
