namespace IoctlSharp.Vfio;

/// <summary>The range whose dirty pages are asked for.</summary>
[KernelStruct("vfio_iommu_type1_dirty_bitmap_get", Header = "linux/vfio.h", Untranslated = true)]
public partial struct VfioIommuType1DirtyBitmapGet
{
    /// <summary>The first I/O address.</summary>
    [PageAligned] public ulong Iova;

    /// <summary>The size in bytes.</summary>
    [PageAligned, NonZero] public ulong Size;

    /// <summary>Where they are reported.</summary>
    public VfioBitmap Bitmap;
}
