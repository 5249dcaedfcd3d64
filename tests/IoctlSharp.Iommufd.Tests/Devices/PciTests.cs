using System;
using IoctlSharp.Pci;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>A network card and a disk: MSI-X, capabilities of regions, both kinds of hot reset.</summary>
public sealed class PciTests
{
    private const string Disk = "0000:03:00.0";

    [Theory]
    [InlineData(GuestDevices.NetworkCard, 5u, VfioPciRegion.Bar3)]
    [InlineData(Disk, 65u, VfioPciRegion.Bar0)]
    [Covers("VFIO_DEVICE_GET_INFO"), Covers("VFIO_DEVICE_GET_REGION_INFO"), Covers("VFIO_DEVICE_GET_IRQ_INFO")]
    public void MSI_X_has_its_count_and_its_region_a_capability(string address, uint count, VfioPciRegion table)
    {
        using OpenCdev open = new(address);
        open.Device.GetInfo().Value.Flags.HasFlag(VfioDeviceFlags.Reset).ShouldBeTrue();
        VfioIrqInfo msix = open.Device.GetIrqInfo((uint)VfioPciIrq.Msix);
        msix.Count.ShouldBe(count);
        msix.Flags.HasFlag(VfioIrqFlags.Eventfd).ShouldBeTrue();
        open.Device.GetIrqInfo((uint)VfioPciIrq.Error).Count.ShouldBe(1u);

        for (VfioPciRegion index = VfioPciRegion.Bar0; index <= VfioPciRegion.Bar5; index++)
        {
            KernelBuffer<VfioRegionInfo> region = open.Device.GetRegionInfo((uint)index);
            region.Capabilities.TryFind((ushort)VfioRegionCapability.MsixMappable, out _).ShouldBe(index == table);
            // MSI-X tables are mapped with the rest since Linux 4.15: no kernel here leaves a hole to say so.
            region.Capabilities.TryFind((ushort)VfioRegionCapability.SparseMmap, out _).ShouldBeFalse();
            region.Value.Flags.HasFlag(VfioRegionFlags.Capabilities).ShouldBe(index == table);
            region.Length.ShouldBe(index == table ? 40 : 32);
        }

        // 4096 with PCI Express, where the kernel reaches the rest of it (CONFIG_PCI_MMCONFIG).
        open.Device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Size.ShouldBeOneOf(256ul, 4096ul);
    }

    [Theory]
    [InlineData(GuestDevices.NetworkCard, 4)]
    [InlineData(Disk, 64)]
    [Covers("VFIO_DEVICE_SET_IRQS")]
    public void Its_last_interrupt_is_one_of_all(string address, int last)
    {
        using OpenCdev open = new(address);
        using EventFd eventfd = new();
        EventFd?[] all = new EventFd?[last + 1];
        all[last] = eventfd;
        int left = open.Device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.ActionTrigger, 0, all.AsSpan());
        left.ShouldBe(0);
        open.Device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.ActionTrigger, (uint)last, 1u);
        eventfd.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        Should.Throw<IoctlException>(() => open.Device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.ActionTrigger, (uint)last + 1, 1u)).Error.ShouldBe(Errno.EINVAL);
        open.Device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.ActionTrigger, 0, 0u);
    }

    [Theory]
    [InlineData(GuestDevices.NetworkCard, 2)]
    [InlineData(Disk, 3)]
    [Covers("VFIO_DEVICE_GET_PCI_HOT_RESET_INFO"), Covers("VFIO_DEVICE_PCI_HOT_RESET"), Covers("VFIO_DEVICE_RESET")]
    public void By_its_own_file_a_device_is_reset_without_groups(string address, byte bus)
    {
        using OpenCdev open = new(address);
        KernelBuffer<VfioPciHotResetInfo> info = open.Device.GetPciHotResetInfo();
        info.Value.Flags.ShouldBe(VfioPciHotResetFlags.DeviceIds | VfioPciHotResetFlags.DeviceIdsOwned);
        VfioPciDependentDevice only = info.Tail<VfioPciDependentDevice>((int)info.Value.Count).ToArray().ShouldHaveSingleItem();
        (only.Devid, only.Bus).ShouldBe((open.Id.Value, bus));

        ulong command = open.Device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset + 4;
        open.Device.WriteExactly([6, 0], command);
        open.Device.PciHotReset();
        byte[] after = new byte[2];
        open.Device.ReadExactly(after, command);
        open.Device.Reset();
    }

    [Theory]
    [InlineData(GuestDevices.NetworkCard)]
    [InlineData(Disk)]
    public void By_its_group_a_device_is_reset_with_the_group_and_not_without(string address)
    {
        using OpenDevice open = new(address);
        KernelBuffer<VfioPciHotResetInfo> info = open.Device.GetPciHotResetInfo();
        info.Value.Flags.ShouldBe((VfioPciHotResetFlags)0);
        info.Tail<VfioPciDependentDevice>(1)[0].GroupId.ShouldBe((uint)open.Pci.IommuGroup.Number);
        open.Device.PciHotReset(open.Group);
        Should.Throw<IoctlException>(() => open.Device.PciHotReset()).Error.ShouldBe(Errno.EINVAL);
        using OpenDevice other = new(address == Disk ? GuestDevices.NetworkCard : Disk);
        Should.Throw<IoctlException>(() => open.Device.PciHotReset(other.Group)).Error.ShouldBe(Errno.EINVAL);
        Should.Throw<IoctlException>(() => open.Device.PciHotReset(open.Group, other.Group)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    [Covers("VFIO_DEVICE_ATTACH_IOMMUFD_PT"), Covers("VFIO_DEVICE_DETACH_IOMMUFD_PT"), Covers("VFIO_DEVICE_BIND_IOMMUFD")]
    public void A_PASID_wants_page_tables_that_are_made_for_PASIDs()
    {
        using OpenCdev open = new(Disk);
        IoasId ioas = open.Attach();
        HwptId plain = Allocate(0), first = Allocate(IommuHwptAllocFlags.Pasid), second = Allocate(IommuHwptAllocFlags.Pasid);
        Should.Throw<IoctlException>(() => open.Device.AttachPasid(first, 1)).Error.ShouldBe(Errno.EINVAL); // its own is not
        open.Device.Attach(first);
        Should.Throw<IoctlException>(() => open.Device.AttachPasid(plain, 1)).Error.ShouldBe(Errno.EINVAL);
        Should.Throw<IoctlException>(() => open.Device.AttachPasid(ioas, 1)).Error.ShouldBe(Errno.EINVAL);

        // This disk never uses one: the kernel takes note of it all the same.
        open.Device.AttachPasid(second, 1).Value.ShouldBe(second.Value);
        open.Iommufd.TryDestroy(second).ShouldBe(Errno.EBUSY);
        open.Device.AttachPasid(first, 1).Value.ShouldBe(first.Value);
        open.Iommufd.Destroy(second);
        open.Device.DetachPasid(1);
        open.Device.DetachPasid(1); // of one that is not attached: nothing to do
        open.Device.Detach();

        HwptId Allocate(IommuHwptAllocFlags flags) => open.Iommufd.AllocateHwpt(new IommuHwptAlloc { Flags = flags, DevId = open.Id, PtId = ioas });
    }
}
