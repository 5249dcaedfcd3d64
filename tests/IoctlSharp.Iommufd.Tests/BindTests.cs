using System;
using System.IO;
using IoctlSharp.Pci;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A device's own file: nothing goes before it is bound to an iommufd, and its group is closed meanwhile.</summary>
public sealed class BindTests
{
    [Fact]
    public void Before_it_is_bound_a_device_answers_nothing()
    {
        using VfioCdev device = new PciDevice(GuestDevices.RootEdu).OpenCdev();
        Should.Throw<IoctlException>(() => device.GetInfo()).Error.ShouldBe(Errno.EINVAL);
        device.TryGetRegionInfo(0, out _).ShouldBe(Errno.EINVAL);
        device.TryReset().ShouldBe(Errno.EINVAL);
        Should.Throw<IoctlException>(() => device.Attach(new IoasId(1))).Error.ShouldBe(Errno.EINVAL);
        Should.Throw<IOException>(() => device.ReadExactly(new byte[4], 0));
    }

    [Fact]
    public void Once_bound_it_is_a_device_like_any_other()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        open.Id.Value.ShouldNotBe(0u);
        VfioDeviceInfo info = open.Device.GetInfo().Value;
        info.Flags.HasFlag(VfioDeviceFlags.Pci).ShouldBeTrue();
        info.RegionCount.ShouldBe(9u);
        open.Device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value.Size.ShouldBe(1ul << 20);
        open.Device.GetIrqInfo((uint)VfioPciIrq.Msi).Count.ShouldBe(1u);
    }

    [Fact]
    [Covers("VFIO_DEVICE_BIND_IOMMUFD")]
    public void A_device_is_bound_once()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        IoctlException again = Should.Throw<IoctlException>(() => open.Device.Bind(open.Iommufd));
        again.Error.ShouldBe(Errno.EINVAL);
        again.Message.ShouldContain("VFIO_DEVICE_BIND_IOMMUFD (0x3b76) failed with EINVAL (22");
        again.Message.ShouldContain("the device is bound already");

        using VfioCdev secondFile = new PciDevice(GuestDevices.RootEdu).OpenCdev();
        Should.Throw<IoctlException>(() => secondFile.Bind(open.Iommufd)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void Closing_the_device_takes_its_id_out_of_the_iommufd()
    {
        using Iommufd iommufd = Iommufd.Open();
        OpenCdev open = new(GuestDevices.RootEdu, iommufd);
        iommufd.GetHwInfo(open.Id).Value.OutDataType.ShouldBe(IommuHwInfoType.IntelVtd);
        open.Dispose();
        Should.Throw<IoctlException>(() => iommufd.GetHwInfo(open.Id)).Error.ShouldBe(Errno.ENOENT);
        using OpenCdev again = new(GuestDevices.RootEdu, iommufd);
    }

    [Fact]
    public void A_group_and_its_devices_own_files_exclude_each_other()
    {
        PciDevice pci = new(GuestDevices.RootEdu);
        using (OpenCdev open = new(pci.Address))
            Should.Throw<IOException>(() => pci.IommuGroup.Open()).HResult.ShouldBe((int)Errno.EBUSY);

        using VfioGroup group = pci.IommuGroup.Open();
        using Iommufd iommufd = Iommufd.Open();
        using VfioCdev device = pci.OpenCdev();
        IoctlException failure = Should.Throw<IoctlException>(() => device.Bind(iommufd));
        failure.Error.ShouldBe(Errno.EBUSY);
        failure.Message.ShouldContain("its group is open");
    }

    [Fact]
    public void A_device_of_a_group_that_is_not_viable_cannot_be_bound()
    {
        using Iommufd iommufd = Iommufd.Open();
        IoctlException failure = Should.Throw<IoctlException>(() => new OpenCdev(GuestDevices.BridgedEdu, iommufd));
        failure.Error.ShouldBe(Errno.EPERM);
        failure.Message.ShouldContain("a device of its group is bound to a driver that is no VFIO driver");
    }

    [Fact]
    public void An_iommufd_has_every_device_that_is_bound_to_it()
    {
        using OpenCdev first = new(GuestDevices.RootEdu);
        using OpenCdev second = new(GuestDevices.PortEdu, first.Iommufd);
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public void What_is_no_iommufd_is_refused()
    {
        using VfioCdev device = new PciDevice(GuestDevices.RootEdu).OpenCdev();
        using EventFd file = new();
        bool held = false;
        file.DangerousAddRef(ref held);
        using (Iommufd impostor = new(file.DangerousGetHandle(), ownsHandle: false))
        {
            IoctlException failure = Should.Throw<IoctlException>(() => device.Bind(impostor));
            failure.Error.ShouldBe(Errno.EBADFD);
            failure.Message.ShouldContain("no iommufd");
        }

        file.DangerousRelease();
    }

    [Fact]
    public void A_token_is_for_virtual_functions_only()
    {
        using Iommufd iommufd = Iommufd.Open();
        using VfioCdev device = new PciDevice(GuestDevices.RootEdu).OpenCdev();
        Should.Throw<IoctlException>(() => device.Bind(iommufd, new byte[16])).Error.ShouldBe(Errno.EINVAL);
        Should.Throw<ArgumentException>(() => device.Bind(iommufd, new byte[15]));
        device.Bind(iommufd);
    }
}
