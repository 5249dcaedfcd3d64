using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A reset of a whole bus proves that its devices are the caller's: by their groups' files, or by an iommufd that has them all.</summary>
public sealed class HotResetTests
{
    [Fact]
    public void A_device_of_an_iommufd_is_named_by_its_id_and_reset_without_groups()
    {
        using OpenCdev open = new(GuestDevices.PortEdu);
        KernelBuffer<VfioPciHotResetInfo> info = open.Device.GetPciHotResetInfo();
        info.Value.Flags.ShouldBe(VfioPciHotResetFlags.DeviceIds | VfioPciHotResetFlags.DeviceIdsOwned);
        info.Value.Count.ShouldBe(1u);
        VfioPciDependentDevice device = info.Tail<VfioPciDependentDevice>(1)[0];
        device.Devid.ShouldBe(open.Id.Value);
        device.Bus.ShouldBe((byte)1);
        open.Device.PciHotReset();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_device_of_a_container_is_named_by_its_group_and_reset_with_it(bool isOverIommufd)
    {
        using OpenDevice open = isOverIommufd ? OverIommufd() : new OpenDevice(GuestDevices.PortEdu);
        KernelBuffer<VfioPciHotResetInfo> info = open.Device.GetPciHotResetInfo();
        info.Value.Flags.ShouldBe((VfioPciHotResetFlags)0);
        info.Tail<VfioPciDependentDevice>(1)[0].GroupId.ShouldBe((uint)open.Pci.IommuGroup.Number);
        open.Device.PciHotReset(open.Group);
        Should.Throw<IoctlException>(() => open.Device.PciHotReset()).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void Groups_are_no_proof_for_a_device_of_an_iommufd()
    {
        using OpenCdev open = new(GuestDevices.PortEdu);
        using OpenDevice other = new(GuestDevices.RootEdu);
        Should.Throw<IoctlException>(() => open.Device.PciHotReset(other.Group)).Error.ShouldBe(Errno.EINVAL);
    }

    private static OpenDevice OverIommufd()
    {
        using Iommufd iommufd = Iommufd.Open();
        OpenDevice open = new(GuestDevices.PortEdu, new VfioContainer(iommufd));
        open.Container.SetIommu(VfioExtension.Type1v2Iommu);
        return open;
    }
}
