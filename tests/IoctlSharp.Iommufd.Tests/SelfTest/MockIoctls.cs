using System;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>What the kernel has for its own tests (<c>drivers/iommu/iommufd/iommufd_test.h</c>), declared as any user would.</summary>
[IoctlGroup(';', Base = 0x80, Header = "iommufd_test.h")]
public static partial class MockIoctls
{
    public const IommuHwInfoType HwInfoType = (IommuHwInfoType)0xfeedbeef;
    public const IommuHwptDataType HwptDataType = (IommuHwptDataType)0xdead;
    public const IommuHwptInvalidateDataType InvalidateDataType = (IommuHwptInvalidateDataType)0xdeadbeef;
    public const IommuViommuType ViommuType = (IommuViommuType)0xdeadbeef;
    public const IommuVeventqType EventType = (IommuVeventqType)0xbeefbeef;
    public const IommuHwQueueType HwQueueType = (IommuHwQueueType)0xdeadbeef;

    [Ioctl(IoctlMacro.IO, 32, Name = "IOMMU_TEST_CMD")]
    public static partial void Test(this Iommufd iommufd, ref MockCommand command);

    [Ioctl(IoctlMacro.IO, 32, Name = "IOMMU_TEST_CMD")]
    public static partial Errno TryTest(this Iommufd iommufd, ref MockCommand command);

    /// <summary>As the shipped ones, for the mock's page tables; what was done before an error is read back too.</summary>
    [Ioctl(IoctlMacro.IO, 13, Name = "IOMMU_HWPT_INVALIDATE", Argument = typeof(IommuHwptInvalidate))]
    [Preset(nameof(IommuHwptInvalidate.DataType), InvalidateDataType), Preset(nameof(IommuHwptInvalidate.EntryLen), 8u)]
    public static partial Errno TryInvalidate(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptInvalidate.HwptId))] PageTableId hwpt,
        [Field(nameof(IommuHwptInvalidate.DataUptr), Length = nameof(IommuHwptInvalidate.EntryNum))] ReadOnlySpan<MockInvalidation> entries,
        [Field(nameof(IommuHwptInvalidate.EntryNum))] out uint done);

    [Ioctl(IoctlMacro.IO, 13, Name = "IOMMU_HWPT_INVALIDATE", Argument = typeof(IommuHwptInvalidate))]
    [Preset(nameof(IommuHwptInvalidate.DataType), InvalidateDataType), Preset(nameof(IommuHwptInvalidate.EntryLen), 12u)]
    public static partial Errno TryInvalidate(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptInvalidate.HwptId))] PageTableId viommu,
        [Field(nameof(IommuHwptInvalidate.DataUptr), Length = nameof(IommuHwptInvalidate.EntryNum))] ReadOnlySpan<MockViommuInvalidation> entries,
        [Field(nameof(IommuHwptInvalidate.EntryNum))] out uint done);
}
