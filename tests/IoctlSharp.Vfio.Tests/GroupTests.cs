using System.IO;
using System.Linq;
using IoctlSharp.Pci;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class GroupTests
{
    [Fact]
    [Covers("VFIO_GROUP_GET_STATUS"), Covers("VFIO_GROUP_SET_CONTAINER"), Covers("VFIO_GROUP_UNSET_CONTAINER")]
    public void The_status_follows_the_container()
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = new PciDevice(GuestDevices.RootEdu).IommuGroup.Open();
        group.GetStatus().Flags.ShouldBe(VfioGroupFlags.Viable);
        group.SetContainer(container);
        group.GetStatus().Flags.ShouldBe(VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet);
        group.UnsetContainer();
        group.GetStatus().Flags.ShouldBe(VfioGroupFlags.Viable);
    }

    [Fact]
    public void A_group_is_opened_once()
    {
        IommuGroup iommuGroup = new PciDevice(GuestDevices.RootEdu).IommuGroup;
        using VfioGroup group = iommuGroup.Open();
        IOException failure = Should.Throw<IOException>(() => iommuGroup.Open());
        failure.HResult.ShouldBe((int)Errno.EBUSY);
        failure.Message.ShouldContain(iommuGroup.DevicePath);
        failure.Message.ShouldContain("EBUSY");
    }

    [Fact]
    public void A_group_is_in_one_container()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using VfioContainer other = VfioContainer.Open();
        Should.Throw<IoctlException>(() => open.Group.SetContainer(other)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void What_is_no_container_is_refused()
    {
        using VfioGroup group = new PciDevice(GuestDevices.RootEdu).IommuGroup.Open();
        using FileStream file = File.OpenRead("/proc/self/status");
        using VfioContainer wrong = new(file.SafeFileHandle.DangerousGetHandle(), ownsHandle: false);
        Should.Throw<IoctlException>(() => group.SetContainer(wrong)).Error.ShouldBeOneOf(Errno.EBADFD, Errno.EINVAL); // before Linux 6.2
    }

    [Fact]
    public void A_group_stays_in_its_container_while_a_device_is_open()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        IoctlException failure = Should.Throw<IoctlException>(() => open.Group.UnsetContainer());
        failure.Error.ShouldBe(Errno.EBUSY);
        failure.Message.ShouldContain("close it first");
        open.Device.Dispose();
        open.Group.UnsetContainer();
    }

    [Fact]
    public void A_group_in_no_container_cannot_leave_one()
    {
        using VfioGroup group = new PciDevice(GuestDevices.RootEdu).IommuGroup.Open();
        Should.Throw<IoctlException>(() => group.UnsetContainer()).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    [Covers("VFIO_GROUP_GET_DEVICE_FD")]
    public void A_device_needs_a_container_with_a_type_and_the_name_of_one_of_the_group()
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = new PciDevice(GuestDevices.RootEdu).IommuGroup.Open();
        Should.Throw<IoctlException>(() => group.GetDevice(GuestDevices.RootEdu)).Error.ShouldBe(Errno.EINVAL);
        group.SetContainer(container);
        Should.Throw<IoctlException>(() => group.GetDevice(GuestDevices.RootEdu)).Error.ShouldBe(Errno.EINVAL);
        container.SetIommu(VfioExtension.Type1Iommu);
        Should.Throw<IoctlException>(() => group.GetDevice(GuestDevices.PortEdu)).Error.ShouldBe(Errno.ENODEV);
        group.TryGetDevice("", out _).ShouldBe(Errno.ENODEV);
        group.TryGetDevice(GuestDevices.RootEdu, out VfioDevice device).ShouldBe(Errno.None);
        device.Dispose();
    }

    [Fact]
    public void With_the_last_group_the_type_and_the_mappings_go()
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = new PciDevice(GuestDevices.RootEdu).IommuGroup.Open();
        using DmaBuffer memory = new(1 << 16);
        group.SetContainer(container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = 0x10000, Size = memory.Size };
        container.MapDma(map);
        container.TryMapDma(map).ShouldBe(Errno.EEXIST);
        group.UnsetContainer();
        container.TryMapDma(map).ShouldBe(Errno.EINVAL); // it has no type

        group.SetContainer(container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        container.UnmapDma(new() { Iova = map.Iova, Size = map.Size }).ShouldBe(0ul);
    }

    [Fact]
    public void With_one_of_two_groups_the_mappings_stay()
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup first = new PciDevice(GuestDevices.RootEdu).IommuGroup.Open();
        using VfioGroup second = new PciDevice(GuestDevices.PortEdu).IommuGroup.Open();
        using DmaBuffer memory = new(1 << 16);
        first.SetContainer(container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        second.SetContainer(container);
        container.MapDma(new() { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = 0x10000, Size = memory.Size });
        first.UnsetContainer();
        container.UnmapDma(new() { Iova = 0x10000, Size = memory.Size }).ShouldBe(memory.Size);
    }

    [Fact]
    public void A_group_has_the_devices_that_the_kernel_says()
    {
        IommuGroup group = new PciDevice(GuestDevices.BridgedEdu).IommuGroup;
        string[] addresses = group.Devices.Select(device => device.Address).ToArray();
        addresses.ShouldContain(GuestDevices.BridgedEdu);
        addresses.ShouldContain(GuestDevices.BlockingDevice);
        addresses.ShouldNotContain(GuestDevices.RootEdu);
    }
}
