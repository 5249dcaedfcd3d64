namespace IoctlSharp.Vfio;

/// <summary>Which I/O addresses a device logs its writes of.</summary>
[KernelStruct("vfio_device_feature_dma_logging_control", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureDmaLoggingControl
{
    /// <summary>The wanted page size in bytes; after the call the one the device chose.</summary>
    [Aligned(8)] public ulong PageSize;

    /// <summary>The number of ranges, not 0.</summary>
    [NonZero] public uint NumRanges;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The address of <see cref="VfioDeviceFeatureDmaLoggingRange"/> elements.</summary>
    [Aligned(8), CallMemory] public UserPointer Ranges;
}
