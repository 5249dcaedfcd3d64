using System;
using System.IO;
using IoctlSharp.Pci;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.NoIommu;

/// <summary>A machine without an IOMMU, on which VFIO was told to go on without one.</summary>
public sealed class NoIommuTests
{
    [Fact]
    [Covers("VFIO_SET_IOMMU"), Covers("VFIO_CHECK_EXTENSION"), Covers("VFIO_IOMMU_MAP_DMA", Refused = Errno.ENOTTY)]
    public void A_device_works_and_its_memory_is_nobodys_business()
    {
        using NoIommuMode mode = new(GuestDevices.RootEdu);
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = mode.Group.Open();
        mode.Group.DevicePath.ShouldStartWith("/dev/vfio/noiommu-");
        container.CheckExtension(VfioExtension.NoIommu).ShouldBe(1);
        group.GetStatus().Flags.ShouldBe(VfioGroupFlags.Viable);
        group.SetContainer(container);
        Should.Throw<IoctlException>(() => container.SetIommu(VfioExtension.Type1v2Iommu)).Error.ShouldBe(Errno.ENODEV);
        container.SetIommu(VfioExtension.NoIommu);

        using VfioDevice device = group.GetDevice(GuestDevices.RootEdu);
        device.GetInfo().Value.RegionCount.ShouldBe(9u);
        Span<byte> vendor = stackalloc byte[2];
        device.ReadExactly(vendor, device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset);
        vendor.ToArray().ShouldBe([0x34, 0x12]);

        using DmaBuffer memory = new(1 << 16);
        VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = 0x10000, Size = memory.Size };
        IoctlException failure = Should.Throw<IoctlException>(() => container.MapDma(map));
        failure.Error.ShouldBe(Errno.ENOTTY);
        failure.Message.ShouldContain("no-IOMMU");
        Should.Throw<IoctlException>(() => container.GetType1Info()).Error.ShouldBe(Errno.ENOTTY);
        Should.Throw<IoctlException>(() => container.UnmapDma(new() { Iova = 0x10000, Size = memory.Size })).Error.ShouldBe(Errno.ENOTTY);
    }

    [Fact]
    public void A_group_with_an_IOMMU_type_does_not_go_with_it()
    {
        using NoIommuMode mode = new(GuestDevices.RootEdu);
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = mode.Group.Open();
#pragma warning disable IOCTL4060 // to see it refused
        Should.Throw<IoctlException>(() => container.SetIommu(VfioExtension.NoIommu)).Error.ShouldBe(Errno.EINVAL); // no group
#pragma warning restore IOCTL4060
        group.SetContainer(container);
        container.SetIommu(VfioExtension.NoIommu);
        Should.Throw<IoctlException>(() => container.SetIommu(VfioExtension.NoIommu)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void Without_the_parameter_the_error_says_what_to_do()
    {
        File.ReadAllText(NoIommuMode.Parameter).Trim().ShouldBe("N");
        PciDevice device = new(GuestDevices.PortEdu);
        IOException failure = Should.Throw<IOException>(() => device.BindToVfio());
        failure.Message.ShouldContain("enable_unsafe_noiommu_mode");
        device.Driver.ShouldBeNull();
        using VfioContainer container = VfioContainer.Open();
        container.CheckExtension(VfioExtension.NoIommu).ShouldBe(0);
    }

    [Fact]
    [Covers("IOMMU_IOAS_NOIOMMU_GET_PA", Refused = Errno.ENOTTY)]
    public void Physical_addresses_are_told_by_later_kernels()
    {
        using Iommufd iommufd = Iommufd.Open();
        IoasId ioas = iommufd.AllocateIoas();
        ulong length = 4096;
        Should.Throw<IoctlException>(() => iommufd.GetPhysicalAddress(ioas, 0x10000, ref length, out _)).Error.ShouldBe(Errno.ENOTTY);
        length.ShouldBe(4096ul);
    }
}
