using System;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.SelfTest;

public sealed class HwInfoTests : IDisposable
{
    private readonly MockDevice _mock = new(MockDeviceFlags.Pasid);

    public void Dispose() => _mock.Dispose();

    [Fact]
    [Covers("IOMMU_GET_HW_INFO")]
    public void The_mock_says_what_it_is()
    {
        KernelBuffer<IommuHwInfo> info = _mock.Iommufd.GetHwInfo(_mock.Id);
        info.Value.OutDataType.ShouldBe(MockIoctls.HwInfoType);
        info.Value.DataLen.ShouldBe(8u);
        info.Value.OutMaxPasidLog2.ShouldBe((byte)20);
        info.Tail<MockHwInfo>(1)[0].TestReg.ShouldBe(0xdeadbeef);
    }

    [Fact]
    public void A_kind_is_asked_for_by_its_type()
    {
        _mock.Iommufd.GetHwInfo(_mock.Id, MockIoctls.HwInfoType).Tail<MockHwInfo>(1)[0].TestReg.ShouldBe(0xdeadbeef);
        IoctlException failure = Should.Throw<IoctlException>(() => _mock.Iommufd.GetHwInfo(_mock.Id, IommuHwInfoType.IntelVtd));
        failure.Error.ShouldBe(Errno.EOPNOTSUPP);
        failure.Message.ShouldContain("no such information");
        Should.Throw<IoctlException>(() => _mock.Iommufd.GetHwInfo(new DeviceId(1000))).Error.ShouldBe(Errno.ENOENT);
    }
}
