namespace IoctlSharp.Vfio;

/// <content>Which features a device has. No exception: ENOTTY says that it lacks the feature, EINVAL that it cannot do that with it.</content>
public static partial class VfioIoctls
{
    /// <summary>Whether the token of virtual functions can be set: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.PciVfToken | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbePciVfToken(this VfioDevice device);

    /// <summary>Whether it can migrate: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.Migration | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Get)]
    public static partial Errno ProbeMigration(this VfioDevice device);

    /// <summary>Whether its migration state can be read and set: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDeviceState | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Get | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbeMigrationState(this VfioDevice device);

    /// <summary>Whether it can sleep: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerEntry | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbeLowPowerEntry(this VfioDevice device);

    /// <summary>Whether it can sleep and say when it wakes: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerEntryWithWakeup | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbeLowPowerEntryWithWakeup(this VfioDevice device);

    /// <summary>Whether it can be kept awake: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerExit | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbeLowPowerExit(this VfioDevice device);

    /// <summary>Whether it can log its writes: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingStart | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbeDmaLoggingStart(this VfioDevice device);

    /// <summary>Whether it can stop logging its writes: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingStop | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    public static partial Errno ProbeDmaLoggingStop(this VfioDevice device);

    /// <summary>Whether it reports the pages it wrote: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaLoggingReport | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Get)]
    public static partial Errno ProbeDmaLoggingReport(this VfioDevice device);

    /// <summary>Whether it estimates the size of a migration: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationDataSize | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Get)]
    [Since("6.12")]
    public static partial Errno ProbeMigrationDataSize(this VfioDevice device);

    /// <summary>Whether its DMA can be switched: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.BusMaster | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    [Since("6.12")]
    public static partial Errno ProbeBusMaster(this VfioDevice device);

    /// <summary>Whether its regions can become dma-bufs: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaBuf | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Get)]
    [Since("7.2")]
    public static partial Errno ProbeDmaBuf(this VfioDevice device);

    /// <summary>Whether it tells of a new first copy: <see cref="Errno.None"/> if so; EINVAL where it has no state PreCopy.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.MigrationPrecopyInfoV2 | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Set)]
    [Since("7.2")]
    public static partial Errno ProbePrecopyFlags(this VfioDevice device);

    /// <summary>Whether it tells of zPCI errors: <see cref="Errno.None"/> if so.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.ZpciError | VfioDeviceFeatureFlags.Probe | VfioDeviceFeatureFlags.Get)]
    [Since("7.3")]
    public static partial Errno ProbeZpciError(this VfioDevice device);
}
