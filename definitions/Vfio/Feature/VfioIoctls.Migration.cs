using System;

namespace IoctlSharp.Vfio;

/// <content>Migration of devices, and the log of what they wrote.</content>
public static partial class VfioIoctls
{
    /// <summary>Which migration states the device has.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.Migration | VfioDeviceFeatureFlags.Get, Of = typeof(VfioDeviceFeature))]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    public static partial void GetMigration(this VfioDevice device, [Tail] out VfioDeviceFeatureMigration migration);

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDeviceState | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    private static partial void GetMigrationDeviceState(this VfioDevice device, [Tail] ref VfioDeviceFeatureMigState state);

    /// <summary>The device's migration state.</summary>
    /// <exception cref="IoctlException">The kernel refused.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static VfioMigrationState GetMigrationState(this VfioDevice device)
    {
        VfioDeviceFeatureMigState state = default;
        device.GetMigrationDeviceState(ref state);
        return state.DeviceState;
    }

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDeviceState | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "no way leads from the device's state to that one (from Error only a reset), or the data written was not whole")]
    private static partial void SetMigrationDeviceState(this VfioDevice device, [Tail] ref VfioDeviceFeatureMigState state);

    /// <summary>Brings the device into a migration state. When that fails the device can be in a state on the way, or in <see cref="VfioMigrationState.Error"/>.</summary>
    /// <param name="device">The device.</param>
    /// <param name="state">The state.</param>
    /// <returns>The data of the session that begins, to be disposed; null when none begins.</returns>
    /// <exception cref="IoctlException">The kernel refused.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static VfioMigrationData? SetMigrationState(this VfioDevice device, VfioMigrationState state)
    {
        // The handle is there before the kernel makes the file: then nothing can fail any more.
        var data = new VfioMigrationData(new IntPtr(-1), ownsHandle: true);
        var change = new VfioDeviceFeatureMigState { DeviceState = state, DataFd = -1 };
        device.SetMigrationDeviceState(ref change);
        data.Take(change.DataFd);
        return change.DataFd < 0 ? null : data;
    }

    /// <summary>How much a migration would send now.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDataSize | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [Since("6.12")]
    public static partial void GetMigrationDataSize(this VfioDevice device, [Tail] out VfioDeviceFeatureMigDataSize size);

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

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingStart | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "there are no ranges, or they overlap or are not multiples of the page size, or the device logs already")]
    [FailsWith(Errno.EOVERFLOW, "a range goes beyond the last address")]
    [FailsWith(Errno.E2BIG, "there are more ranges than the kernel takes: as many as fit into a page are always taken")]
    private static partial void StartDmaLoggingAt(this VfioDevice device, [Tail] ref VfioDeviceFeatureDmaLoggingControl control);

    /// <summary>Starts the device's log of the pages it writes.</summary>
    /// <param name="device">The device.</param>
    /// <param name="pageSize">The wanted page size in bytes.</param>
    /// <param name="ranges">The I/O addresses to look at.</param>
    /// <returns>The page size that the device chose.</returns>
    /// <exception cref="IoctlException">The kernel refused.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static unsafe ulong StartDmaLogging(this VfioDevice device, ulong pageSize, params ReadOnlySpan<VfioDeviceFeatureDmaLoggingRange> ranges)
    {
        fixed (VfioDeviceFeatureDmaLoggingRange* pointer = ranges)
        {
            var control = new VfioDeviceFeatureDmaLoggingControl { PageSize = pageSize, NumRanges = (uint)ranges.Length, Ranges = (UserPointer)pointer };
            device.StartDmaLoggingAt(ref control);
            return control.PageSize;
        }
    }

    /// <summary>Stops the log.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingStop | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    public static partial void StopDmaLogging(this VfioDevice device);

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingReport | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "the device does not log, or the page size is below 4096")]
    [FailsWith(Errno.EOVERFLOW, "the range goes beyond the last address")]
    private static partial void ReportDmaLoggingAt(this VfioDevice device, [Tail] in VfioDeviceFeatureDmaLoggingReport report);

    /// <summary>Reports and forgets the pages the device wrote. Bits are set, and none is cleared. After an error take every page for written.</summary>
    /// <param name="device">The device.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="length">The size in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for; a power of two, 4096 or more.</param>
    /// <param name="bitmap">A bit for each page, the first page the lowest bit of the first word.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is no power of two.</exception>
    /// <exception cref="ArgumentException">The bitmap has fewer bits than the range has pages: the kernel would write behind it.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static unsafe void ReportDmaLogging(this VfioDevice device, ulong iova, ulong length, ulong pageSize, Span<ulong> bitmap)
    {
        DirtyBitmap.Check(length, pageSize, bitmap.Length);
        fixed (ulong* pointer = bitmap)
            device.ReportDmaLoggingAt(new VfioDeviceFeatureDmaLoggingReport { Iova = iova, Length = length, PageSize = pageSize, Bitmap = (UserPointer)pointer });
    }
}
