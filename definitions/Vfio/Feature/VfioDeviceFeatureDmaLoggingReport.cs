namespace IoctlSharp.Vfio;

/// <summary>Where to report the pages a device wrote.</summary>
[KernelStruct("vfio_device_feature_dma_logging_report", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureDmaLoggingReport
{
    /// <summary>The first I/O address.</summary>
    [Aligned(8)] public ulong Iova;

    /// <summary>The size in bytes.</summary>
    [Aligned(8)] public ulong Length;

    /// <summary>The bytes that a bit stands for; a power of two, 4096 or more.</summary>
    [Aligned(8), PowerOfTwo, NonZero, Range(4096, long.MaxValue)] public ulong PageSize;

    /// <summary>The address of the bitmap. The kernel sets bits and clears none.</summary>
    [Aligned(8), CallMemory] public UserPointer Bitmap;
}
