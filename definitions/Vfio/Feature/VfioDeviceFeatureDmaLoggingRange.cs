namespace IoctlSharp.Vfio;

/// <summary>A range of I/O addresses.</summary>
[KernelStruct("vfio_device_feature_dma_logging_range", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureDmaLoggingRange
{
    /// <summary>The first I/O address.</summary>
    [Aligned(8)] public ulong Iova;

    /// <summary>The size in bytes.</summary>
    [Aligned(8)] public ulong Length;
}
