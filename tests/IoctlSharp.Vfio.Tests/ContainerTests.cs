using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class ContainerTests
{
    [Fact]
    [Covers("VFIO_GET_API_VERSION")]
    public void The_kernel_speaks_the_version_that_is_declared()
    {
        using VfioContainer container = VfioContainer.Open();
        container.GetApiVersion().ShouldBe(VfioIoctls.ApiVersion);
    }

    [Theory]
    [InlineData(VfioExtension.Type1Iommu, true)]
    [InlineData(VfioExtension.Type1v2Iommu, true)]
    [InlineData(VfioExtension.UnmapAll, true)]
    [InlineData(VfioExtension.SpaprTceIommu, false)]
    [InlineData(VfioExtension.SpaprTceV2Iommu, false)]
    [InlineData(VfioExtension.Eeh, false)]
    [Covers("VFIO_CHECK_EXTENSION")]
    public void Extensions_are_those_of_type1(VfioExtension extension, bool supported)
    {
        using VfioContainer container = VfioContainer.Open();
        (container.CheckExtension(extension) > 0).ShouldBe(supported);
    }

    [Fact]
    public void An_empty_container_takes_no_IOMMU_type_and_the_error_says_what_to_do()
    {
        using VfioContainer container = VfioContainer.Open();
#pragma warning disable IOCTL4060 // to see it refused
        IoctlException failure = Should.Throw<IoctlException>(() => container.SetIommu(VfioExtension.Type1Iommu));
#pragma warning restore IOCTL4060
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldStartWith("VFIO_SET_IOMMU (0x3b66) failed with EINVAL");
        failure.Message.ShouldContain("set a group first");
    }

    [Fact]
    [Covers("VFIO_SET_IOMMU")]
    public void The_IOMMU_type_is_set_once()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        Should.Throw<IoctlException>(() => open.Container.SetIommu(VfioExtension.Type1v2Iommu)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    [Covers("VFIO_IOMMU_GET_INFO")]
    public void The_iova_ranges_leave_out_the_window_of_message_interrupts()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        KernelBuffer<VfioIommuType1Info> info = open.Container.GetType1Info();
        info.Value.Flags.HasFlag(VfioIommuInfoFlags.PageSizes).ShouldBeTrue();
        (info.Value.IovaPageSizes & 0x1000).ShouldBe(0x1000ul);

        info.Capabilities.TryFind((ushort)VfioIommuType1Capability.IovaRange, out Capability found).ShouldBeTrue();
        int count = (int)found.Read<VfioIommuType1InfoCapIovaRange>().Count;
        VfioIovaRange[] ranges = found.Tail<VfioIovaRange>(16, count).ToArray();
        ranges.Length.ShouldBeGreaterThanOrEqualTo(2);
        ranges.ShouldContain(range => range.Start == 0 && range.End == 0xfedfffff);
        ranges.ShouldContain(range => range.Start == 0xfef00000);
    }

    [Fact]
    public void Every_capability_of_the_kernel_is_declared_and_can_be_read()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        KernelBuffer<VfioIommuType1Info> info = open.Container.GetType1Info();
        int seen = 0;
        foreach (Capability capability in info.Capabilities)
        {
            capability.Version.ShouldBe((ushort)1);
            seen |= 1 << capability.Id;
        }

        seen.ShouldBe(0b1110);
        info.Capabilities.TryFind((ushort)VfioIommuType1Capability.Migration, out Capability migration).ShouldBeTrue();
        migration.Read<VfioIommuType1InfoCapMigration>().PageSizeBitmap.ShouldBe(0x1000ul);
        migration.Read<VfioIommuType1InfoCapMigration>().MaxDirtyBitmapSize.ShouldBe(268435456ul);
    }

    [Fact]
    public void Every_mapping_takes_one_of_those_that_are_left()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        uint before = Available(open.Container);
        using DmaBuffer memory = new(4096);
        using (open.Container.Map(memory, iova: 0x10000))
            Available(open.Container).ShouldBe(before - 1);
        Available(open.Container).ShouldBe(before);
    }

    [Fact]
    public void Commands_of_another_backend_are_refused_as_such()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        IoctlException failure = Should.Throw<IoctlException>(() => open.Container.EnableEeh());
        failure.Error.ShouldBe(Errno.ENOTTY);
        failure.Message.ShouldContain("VFIO_EEH_PE_OP");
    }

    private static uint Available(VfioContainer container)
    {
        container.GetType1Info().Capabilities.TryFind((ushort)VfioIommuType1Capability.DmaAvailable, out Capability capability).ShouldBeTrue();
        return capability.Read<VfioIommuType1InfoDmaAvail>().Available;
    }
}
