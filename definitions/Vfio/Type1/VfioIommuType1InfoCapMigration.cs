namespace IoctlSharp.Vfio;

/// <summary>What the IOMMU can do for dirty tracking.</summary>
[KernelStruct("vfio_iommu_type1_info_cap_migration", Header = "linux/vfio.h", Untranslated = true)]
public partial struct VfioIommuType1InfoCapMigration
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>None is defined.</summary>
    public uint Flags;

    /// <summary>A bit for each page size in bytes of the dirty bitmap.</summary>
    [CName("pgsize_bitmap")] public ulong PageSizeBitmap;

    /// <summary>The largest dirty bitmap in bytes.</summary>
    public ulong MaxDirtyBitmapSize;
}
