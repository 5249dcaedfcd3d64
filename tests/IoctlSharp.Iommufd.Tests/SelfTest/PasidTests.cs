using System;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>Page tables for PASIDs. The mock has no file of its own to attach: its command calls what <c>VFIO_DEVICE_ATTACH_IOMMUFD_PT</c> calls.</summary>
public sealed class PasidTests : IDisposable
{
    private const uint Pasid = 100;

    private readonly MockDevice _mock = new(MockDeviceFlags.Pasid);

    public void Dispose() => _mock.Dispose();

    [Fact]
    public void A_PASID_is_attached_replaced_and_detached()
    {
        _mock.Attach(_mock.AllocateHwpt(IommuHwptAllocFlags.Pasid));
        HwptId first = _mock.AllocateHwpt(IommuHwptAllocFlags.Pasid), second = _mock.AllocateHwpt(IommuHwptAllocFlags.Pasid);
        _mock.TryPasid(MockOperation.PasidAttach, Pasid, first).ShouldBe(Errno.None);
        _mock.IsPasidAttached(Pasid, first).ShouldBeTrue();
        _mock.TryPasid(MockOperation.PasidReplace, Pasid, second).ShouldBe(Errno.None);
        _mock.IsPasidAttached(Pasid, first).ShouldBeFalse();
        _mock.IsPasidAttached(Pasid, second).ShouldBeTrue();
        _mock.Iommufd.TryDestroy(second).ShouldBe(Errno.EBUSY);
        _mock.TryPasid(MockOperation.PasidDetach, Pasid).ShouldBe(Errno.None);
        _mock.IsPasidAttached(Pasid).ShouldBeTrue();
        _mock.Iommufd.Destroy(second);
    }

    [Fact]
    public void Both_page_tables_must_be_made_for_PASIDs()
    {
        HwptId plain = _mock.AllocateHwpt(), forPasids = _mock.AllocateHwpt(IommuHwptAllocFlags.Pasid);
        _mock.Attach(forPasids);
        _mock.TryPasid(MockOperation.PasidAttach, Pasid, plain).ShouldBe(Errno.EINVAL);
        _mock.TryPasid(MockOperation.PasidAttach, Pasid, _mock.Ioas).ShouldBe(Errno.EINVAL);
        _mock.Attach(plain);
        _mock.TryPasid(MockOperation.PasidAttach, Pasid, forPasids).ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void A_device_without_PASIDs_has_none()
    {
        using MockDevice mock = new();
        HwptId hwpt = mock.AllocateHwpt(IommuHwptAllocFlags.Pasid);
        mock.Attach(hwpt);
        mock.TryPasid(MockOperation.PasidAttach, Pasid, hwpt).ShouldBe(Errno.EINVAL);
        mock.Iommufd.GetHwInfo(mock.Id).Value.OutMaxPasidLog2.ShouldBe((byte)0);
    }
}
