namespace IoctlSharp.Vfio;

/// <summary>Where to report the pages a device wrote.</summary>
[KernelStruct("vfio_device_feature_dma_logging_report", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureDmaLoggingReport
{
    /// <summary>The first I/O address.</summary>
    public ulong Iova;

    /// <summary>The size in bytes.</summary>
    public ulong Length;

    /// <summary>The bytes that a bit stands for; a power of two.</summary>
    [PowerOfTwo, NonZero] public ulong PageSize;

    /// <summary>The address of the bitmap. The kernel sets bits and clears none.</summary>
    [CallMemory] public UserPointer Bitmap;
}
