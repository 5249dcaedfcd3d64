using System;
using System.Buffers.Binary;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class DeviceTests
{
    [Fact]
    [Covers("VFIO_DEVICE_GET_INFO")]
    public void A_PCI_device_has_nine_regions_and_five_interrupts()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        VfioDeviceInfo info = open.Device.GetInfo().Value;
        info.Flags.HasFlag(VfioDeviceFlags.Pci).ShouldBeTrue();
        info.RegionCount.ShouldBe(9u);
        info.IrqCount.ShouldBe(5u);
    }

    [Fact]
    [Covers("VFIO_DEVICE_GET_REGION_INFO")]
    public void Regions_are_what_the_device_has()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        VfioRegionInfo bar = open.Device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value;
        bar.Index.ShouldBe((uint)VfioPciRegion.Bar0);
        bar.Size.ShouldBe(1ul << 20);
        bar.Flags.ShouldBe(VfioRegionFlags.Read | VfioRegionFlags.Write | VfioRegionFlags.Mmap);
        open.Device.GetRegionInfo((uint)VfioPciRegion.Bar1).Value.Size.ShouldBe(0ul);
        open.Device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Size.ShouldBe(256ul);
    }

    [Fact]
    public void A_region_that_the_device_lacks_is_an_error_that_says_so_or_a_value()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        IoctlException failure = Should.Throw<IoctlException>(() => open.Device.GetRegionInfo((uint)VfioPciRegion.Vga));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("no region of that index");
        open.Device.TryGetRegionInfo((uint)VfioPciRegion.Vga, out _).ShouldBe(Errno.EINVAL);
        open.Device.TryGetRegionInfo(100, out _).ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void A_region_has_its_capabilities()
    {
        using OpenDevice open = new(GuestDevices.NetworkCard);
        KernelBuffer<VfioRegionInfo> region = open.Device.GetRegionInfo((uint)VfioPciRegion.Bar3);
        region.Value.Flags.HasFlag(VfioRegionFlags.Capabilities).ShouldBeTrue();
        region.Length.ShouldBe(40);
        region.Capabilities.TryFind((ushort)VfioRegionCapability.MsixMappable, out _).ShouldBeTrue();
        region.Capabilities.TryFind((ushort)VfioRegionCapability.SparseMmap, out _).ShouldBeFalse();
        open.Device.GetRegionInfo((uint)VfioPciRegion.Bar0).Capabilities.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(VfioPciIrq.Intx, 1u, VfioIrqFlags.Eventfd | VfioIrqFlags.Maskable | VfioIrqFlags.Automasked)]
    [InlineData(VfioPciIrq.Msi, 1u, VfioIrqFlags.Eventfd | VfioIrqFlags.NoResize)]
    [InlineData(VfioPciIrq.Msix, 0u, VfioIrqFlags.Eventfd | VfioIrqFlags.NoResize)]
    [InlineData(VfioPciIrq.Request, 1u, VfioIrqFlags.Eventfd | VfioIrqFlags.NoResize)]
    [Covers("VFIO_DEVICE_GET_IRQ_INFO")]
    public void Interrupts_are_what_the_device_has(VfioPciIrq index, uint count, VfioIrqFlags flags)
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        VfioIrqInfo irq = open.Device.GetIrqInfo((uint)index);
        irq.Index.ShouldBe((uint)index);
        irq.Count.ShouldBe(count);
        irq.Flags.ShouldBe(flags);
    }

    [Fact]
    public void An_interrupt_that_the_device_lacks_is_an_error_or_a_value()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        Should.Throw<IoctlException>(() => open.Device.GetIrqInfo((uint)VfioPciIrq.Error)).Error.ShouldBe(Errno.EINVAL);
        open.Device.TryGetIrqInfo((uint)VfioPciIrq.Error, out _).ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void The_configuration_space_is_read_at_its_offset()
    {
        using OpenDevice open = new(GuestDevices.NetworkCard);
        ulong config = open.Device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset;
        Span<byte> ids = stackalloc byte[4];
        open.Device.ReadExactly(ids, config);
        BinaryPrimitives.ReadUInt16LittleEndian(ids).ShouldBe(open.Pci.VendorId);
        BinaryPrimitives.ReadUInt16LittleEndian(ids[2..]).ShouldBe(open.Pci.DeviceId);
    }

    [Fact]
    [Covers("VFIO_DEVICE_RESET")]
    public void A_device_behind_a_port_is_reset_and_one_on_the_root_bus_is_not()
    {
        using OpenDevice port = new(GuestDevices.PortEdu);
        port.Device.GetInfo().Value.Flags.HasFlag(VfioDeviceFlags.Reset).ShouldBeTrue();
        port.Device.Reset();

        using OpenDevice root = new(GuestDevices.RootEdu);
        root.Device.GetInfo().Value.Flags.HasFlag(VfioDeviceFlags.Reset).ShouldBeFalse();
        root.Device.TryReset().ShouldBe(Errno.EINVAL);
        Should.Throw<IoctlException>(() => root.Device.Reset()).Message.ShouldContain("lacks the flag Reset");
    }

    [Fact]
    [Covers("VFIO_DEVICE_GET_PCI_HOT_RESET_INFO"), Covers("VFIO_DEVICE_PCI_HOT_RESET")]
    public void A_hot_reset_names_the_devices_it_affects_and_wants_their_groups()
    {
        using OpenDevice open = new(GuestDevices.PortEdu);
        KernelBuffer<VfioPciHotResetInfo> info = open.Device.GetPciHotResetInfo();
        info.Value.Count.ShouldBe(1u);
        VfioPciDependentDevice dependent = info.Tail<VfioPciDependentDevice>((int)info.Value.Count)[0];
        dependent.GroupId.ShouldBe((uint)open.Pci.IommuGroup.Number);
        dependent.Bus.ShouldBe((byte)1);
        dependent.DeviceFunction.ShouldBe((byte)0);
        open.Device.PciHotReset(open.Group);

        using OpenDevice other = new(GuestDevices.RootEdu);
        Should.Throw<IoctlException>(() => open.Device.PciHotReset(other.Group)).Error.ShouldBe(Errno.EINVAL);
        Should.Throw<IoctlException>(() => other.Device.GetPciHotResetInfo()).Error.ShouldBe(Errno.ENODEV);
    }
}
