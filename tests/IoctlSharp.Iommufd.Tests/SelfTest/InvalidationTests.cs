using System;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>Invalidations, whose count comes back. The types of real IOMMUs are refused by the mock, so its own are declared beside the tests.</summary>
public sealed class InvalidationTests : IDisposable
{
    private const uint Filled = 0xbadbeef;
    private const uint FilledCache = 0xbaddad;

    private readonly MockDevice _mock = new();
    private readonly HwptId _parent;

    public InvalidationTests() => _parent = _mock.AllocateHwpt(IommuHwptAllocFlags.NestParent);

    public void Dispose() => _mock.Dispose();

    [Fact]
    [Covers("IOMMU_HWPT_INVALIDATE")]
    public void Each_invalidation_is_done_and_counted()
    {
        HwptId nested = _mock.AllocateNestedHwpt(_parent);
        _mock.HasIotlb(nested, 0, Filled).ShouldBeTrue();
        _mock.Iommufd.TryInvalidate(nested, [new MockInvalidation { IotlbId = 0 }, new() { IotlbId = 2 }], out uint done).ShouldBe(Errno.None);
        done.ShouldBe(2u);
        Iotlb(nested).ShouldBe("0 F 0 F");
        _mock.Iommufd.TryInvalidate(nested, [new MockInvalidation { Flags = 1 }], out done).ShouldBe(Errno.None);
        done.ShouldBe(1u);
        Iotlb(nested).ShouldBe("0 0 0 0");
    }

    [Fact]
    public void After_an_error_the_count_says_how_far_it_came()
    {
        HwptId nested = _mock.AllocateNestedHwpt(_parent);
        _mock.Iommufd.TryInvalidate(nested, [new MockInvalidation { IotlbId = 1 }, new() { IotlbId = 4 }, new() { IotlbId = 3 }], out uint done).ShouldBe(Errno.EINVAL);
        done.ShouldBe(1u);
        Iotlb(nested).ShouldBe("F 0 F F");
        _mock.Iommufd.TryInvalidate(nested, [new MockInvalidation { IotlbId = 3 }, new() { Flags = 2 }], out done).ShouldBe(Errno.EOPNOTSUPP);
        done.ShouldBe(1u);
        Iotlb(nested).ShouldBe("F 0 F 0");
    }

    [Fact]
    public void A_vIOMMU_invalidates_what_its_devices_have()
    {
        ViommuId viommu = _mock.AllocateViommu(_parent);
        _mock.AllocateVdevice(viommu, 0x99);
        _mock.Iommufd.TryInvalidate(viommu, [new MockViommuInvalidation { VdevId = 0x99, CacheId = 1 }, new() { VdevId = 0x99, CacheId = 3 }], out uint done).ShouldBe(Errno.None);
        done.ShouldBe(2u);
        _mock.HasCache(0, FilledCache).ShouldBeTrue();
        _mock.HasCache(1, 0).ShouldBeTrue();
        _mock.HasCache(2, FilledCache).ShouldBeTrue();
        _mock.HasCache(3, 0).ShouldBeTrue();
        _mock.Iommufd.TryInvalidate(viommu, [new MockViommuInvalidation { VdevId = 0x99, CacheId = 0 }, new() { VdevId = 0x98, CacheId = 2 }], out done).ShouldBe(Errno.EINVAL);
        done.ShouldBe(1u);
        _mock.HasCache(0, 0).ShouldBeTrue();
        _mock.HasCache(2, FilledCache).ShouldBeTrue();
    }

    [Fact]
    [Covers("IOMMU_HWPT_INVALIDATE", Refused = Errno.EINVAL)]
    public void The_shipped_calls_are_of_real_IOMMUs_and_refused_by_the_mock()
    {
        HwptId nested = _mock.AllocateNestedHwpt(_parent);
        IommuHwptVtdS1Invalidate[] ofIntel = [new() { Address = 0x1000, PageCount = 1 }];
        IoctlException failure = Should.Throw<IoctlException>(() => _mock.Iommufd.Invalidate(nested, ofIntel.AsSpan()));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("the page table is not nested");
        _mock.Iommufd.TryInvalidate(nested, ofIntel.AsSpan(), out uint done).ShouldBe(Errno.EINVAL);
        done.ShouldBe(0u);
        Should.Throw<IoctlException>(() => _mock.Iommufd.Invalidate(_parent, ofIntel.AsSpan())).Error.ShouldBe(Errno.EINVAL); // not nested
        ViommuId viommu = _mock.AllocateViommu(_parent);
        IommuViommuArmSmmuv3Invalidate[] ofArm = [default];
        Should.Throw<IoctlException>(() => _mock.Iommufd.Invalidate(viommu, ofArm.AsSpan())).Error.ShouldBe(Errno.EINVAL);
        _mock.Iommufd.TryInvalidate(viommu, ofArm.AsSpan(), out done).ShouldBe(Errno.EINVAL);
        done.ShouldBe(0u);
        Iotlb(nested).ShouldBe("F F F F");
    }

    private string Iotlb(HwptId nested)
    {
        string[] words = new string[4];
        for (uint i = 0; i < 4; i++)
            words[i] = _mock.HasIotlb(nested, i, Filled) ? "F" : _mock.HasIotlb(nested, i, 0) ? "0" : "?";
        return string.Join(' ', words);
    }
}
