using System;

namespace IoctlSharp.Vfio;

/// <content>Migration of devices, and the log of what they wrote.</content>
public static partial class VfioIoctls
{
    /// <summary>Which migration states the device has.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureMigration))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.Migration | VfioDeviceFeatureFlags.Get, Of = typeof(VfioDeviceFeature))]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    public static partial VfioDeviceFeatureMigration GetMigration(this VfioDevice device);

    /// <summary>The device's migration state.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureMigState))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDeviceState | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [return: Field(nameof(VfioDeviceFeatureMigState.DeviceState))]
    public static partial VfioMigrationState GetMigrationState(this VfioDevice device);

    /// <summary>Brings the device into a migration state. When that fails the device can be in a state on the way, or in <see cref="VfioMigrationState.Error"/>.</summary>
    /// <param name="device">The device.</param>
    /// <param name="state">The state.</param>
    /// <returns>The data of the session that begins, to be disposed; null when none begins.</returns>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureMigState))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDeviceState | VfioDeviceFeatureFlags.Set)]
    [Preset(nameof(VfioDeviceFeatureMigState.DataFd), -1)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "no way leads from the device's state to that one (from Error only a reset), or the data written was not whole")]
    [return: Field(nameof(VfioDeviceFeatureMigState.DataFd))]
    public static partial VfioMigrationData? SetMigrationState(this VfioDevice device, [Field(nameof(VfioDeviceFeatureMigState.DeviceState))] VfioMigrationState state);

    /// <summary>How much a migration would send now.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureMigDataSize))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDataSize | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [Since("6.12")]
    public static partial VfioDeviceFeatureMigDataSize GetMigrationDataSize(this VfioDevice device);

    /// <summary>Makes <see cref="VfioPrecopyInfo.Flags"/> mean something.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationPrecopyInfoV2 | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.EINVAL, "the device has no state PreCopy")]
    [FailsWith(Errno.ENOTTY, "the kernel is older than the feature")]
    [Since("7.2")]
    public static partial void EnablePrecopyFlags(this VfioDevice device);

    /// <summary>What the device still has to send before it is stopped.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_MIG_GET_PRECOPY_INFO", SharesNumber = true)]
    [FailsWith(Errno.EINVAL, "the device is not in a PreCopy state")]
    [FailsWith(Errno.ENODEV, "the session of the file is over")]
    [FailsWith(Errno.ENOTTY, "the file is one that is written to, or the device has no PreCopy states")]
    [Since("6.12")]
    public static partial VfioPrecopyInfo GetPrecopyInfo(this VfioMigrationData data);

    /// <summary>Starts the device's log of the pages it writes.</summary>
    /// <param name="device">The device.</param>
    /// <param name="pageSize">The wanted page size in bytes.</param>
    /// <param name="ranges">The I/O addresses to look at.</param>
    /// <returns>The page size that the device chose.</returns>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureDmaLoggingControl))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingStart | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "there are no ranges, or they overlap or are not multiples of the page size, or the device logs already")]
    [FailsWith(Errno.EOVERFLOW, "a range goes beyond the last address")]
    [FailsWith(Errno.E2BIG, "there are more ranges than the kernel takes: as many as fit into a page are always taken")]
    [return: Field(nameof(VfioDeviceFeatureDmaLoggingControl.PageSize))]
    public static partial ulong StartDmaLogging(
        this VfioDevice device,
        [Field(nameof(VfioDeviceFeatureDmaLoggingControl.PageSize))] ulong pageSize,
        [Field(nameof(VfioDeviceFeatureDmaLoggingControl.Ranges), Length = nameof(VfioDeviceFeatureDmaLoggingControl.NumRanges))] params ReadOnlySpan<VfioDeviceFeatureDmaLoggingRange> ranges);

    /// <summary>Stops the log.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingStop | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    public static partial void StopDmaLogging(this VfioDevice device);

    /// <summary>Reports and forgets the pages the device wrote. Bits are set, and none is cleared. After an error take every page for written.</summary>
    /// <param name="device">The device.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="length">The size in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for; a power of two, 4096 or more.</param>
    /// <param name="bitmap">A bit for each page, the first page the lowest bit of the first word.</param>
    /// <exception cref="ArgumentException">The bitmap has fewer bits than the range has pages: the kernel would write behind it.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureDmaLoggingReport))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingReport | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "the device does not log, or the page size is no power of two or below 4096")]
    [FailsWith(Errno.EOVERFLOW, "the range goes beyond the last address")]
    [After(nameof(StartDmaLogging))]
    public static partial void ReportDmaLogging(
        this VfioDevice device,
        [Field(nameof(VfioDeviceFeatureDmaLoggingReport.Iova))] ulong iova,
        [Field(nameof(VfioDeviceFeatureDmaLoggingReport.Length))] ulong length,
        [Field(nameof(VfioDeviceFeatureDmaLoggingReport.PageSize))] ulong pageSize,
        [Field(nameof(VfioDeviceFeatureDmaLoggingReport.Bitmap)), BitPerPage(nameof(length), nameof(pageSize))] Span<ulong> bitmap);
}
