namespace IoctlSharp.Vfio;

/// <summary>What to do about dirty pages.</summary>
[KernelStruct("vfio_iommu_type1_dirty_bitmap", Header = "linux/vfio.h"), Tail("data", typeof(byte))]
public partial struct VfioIommuType1DirtyBitmap
{
    [ArgSize] private uint _argsz;

    /// <summary>Exactly one.</summary>
    [ExactlyOne(VfioDirtyPagesFlags.Start | VfioDirtyPagesFlags.Stop | VfioDirtyPagesFlags.GetBitmap), TailWhen(VfioDirtyPagesFlags.GetBitmap)]
    public VfioDirtyPagesFlags Flags;
}
