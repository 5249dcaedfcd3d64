using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Migration;

/// <summary>The log of what a device wrote. This device's own part of it is empty: the kernel's checks are real, what is reported is always nothing.</summary>
public sealed class DmaLoggingTests : IDisposable
{
    private const ulong Page = 4096;

    private readonly MigratingDevice _migrating = new();

    private VfioCdev Device => _migrating.Device;

    public void Dispose() => _migrating.Dispose();

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_DMA_LOGGING_START"), Covers("VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT"), Covers("VFIO_DEVICE_FEATURE_DMA_LOGGING_STOP")]
    public void It_starts_reports_and_stops()
    {
        VfioDeviceFeatureDmaLoggingRange[] ranges = [new() { Iova = 0, Length = 16 * Page }, new() { Iova = 1 << 20, Length = Page }];
        Device.StartDmaLogging(Page, ranges).ShouldBe(Page);
        ulong[] bitmap = [0x8000];
        Device.ReportDmaLogging(0, 16 * Page, Page, bitmap);
        bitmap[0].ShouldBe(0x8000ul); // none is cleared
        Device.StopDmaLogging();
    }

    [Fact]
    public void What_cannot_be_logged_is_refused()
    {
        Start(Page).ShouldBe(Errno.EINVAL);
        Start(Page, new VfioDeviceFeatureDmaLoggingRange { Iova = 1, Length = Page }).ShouldBe(Errno.EINVAL);
        Start(Page, new VfioDeviceFeatureDmaLoggingRange { Iova = 0, Length = 2 * Page }, new VfioDeviceFeatureDmaLoggingRange { Iova = Page, Length = Page }).ShouldBe(Errno.EINVAL);
        Start(Page, new VfioDeviceFeatureDmaLoggingRange { Iova = ulong.MaxValue - Page + 1, Length = 2 * Page }).ShouldBe(Errno.EOVERFLOW);
        Start(Page, new VfioDeviceFeatureDmaLoggingRange[257]).ShouldBe(Errno.E2BIG);
        Errno Start(ulong pageSize, params VfioDeviceFeatureDmaLoggingRange[] ranges) =>
            Should.Throw<IoctlException>(() => Device.StartDmaLogging(pageSize, ranges)).Error;
    }

    [Fact]
    public void What_cannot_be_reported_is_refused()
    {
        Report(0, 16 * Page, 2048).ShouldBe(Errno.EINVAL);
        Report(ulong.MaxValue - Page + 1, 2 * Page, Page).ShouldBe(Errno.EOVERFLOW);
        Should.Throw<ArgumentException>(() => Device.ReportDmaLogging(0, 65 * Page, Page, new ulong[1])).Message.ShouldContain("need a bitmap of 16 bytes");
        Report(0, Page, 3 * Page).ShouldBe(Errno.EINVAL);
        Errno Report(ulong iova, ulong length, ulong pageSize) =>
            Should.Throw<IoctlException>(() => Device.ReportDmaLogging(iova, length, pageSize, new ulong[1])).Error;
    }
}
