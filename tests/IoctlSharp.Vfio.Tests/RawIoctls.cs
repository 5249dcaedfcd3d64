namespace IoctlSharp.Vfio.Tests;

/// <summary>Commands of VFIO declared once more, without a size field that the call fills in.</summary>
[IoctlGroup(';', Base = 100, Header = "linux/vfio.h")]
public static partial class RawIoctls
{
    [Ioctl(IoctlMacro.IO, 3, Name = "VFIO_GROUP_GET_STATUS")]
    public static partial Errno TryGetStatus(this VfioGroup group, ref RawGroupStatus status);

    [Ioctl(IoctlMacro.IO, 12, Name = "VFIO_IOMMU_GET_INFO")]
    public static partial Errno TryGetType1Info(this VfioContainer container, ref RawType1Info info);

    [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_IOMMU_MAP_DMA")]
    public static partial Errno TryMapDma(this VfioContainer container, in RawDmaMap map);
}
