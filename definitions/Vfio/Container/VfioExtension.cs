namespace IoctlSharp.Vfio;

/// <summary>An extension, or an IOMMU type: what <see cref="VfioIoctls.CheckExtension"/> and <see cref="VfioIoctls.SetIommu"/> take.</summary>
[KernelConstants("VFIO_", Header = "linux/vfio.h")]
public enum VfioExtension : uint
{
    /// <summary>The type1 IOMMU: map and unmap I/O addresses.</summary>
    [CName("VFIO_TYPE1_IOMMU")]
    Type1Iommu = 1,

    /// <summary>The sPAPR TCE IOMMU, version 1 (POWER): one window, accounted when it is enabled.</summary>
    [CName("VFIO_SPAPR_TCE_IOMMU")]
    SpaprTceIommu = 2,

    /// <summary>The type1 IOMMU, version 2: unmapping never cuts a mapping in two.</summary>
    [CName("VFIO_TYPE1v2_IOMMU")]
    Type1v2Iommu = 3,

    /// <summary>DMA by these devices is cache-coherent.</summary>
    [CName("VFIO_DMA_CC_IOMMU")]
    DmaCacheCoherent = 4,

    /// <summary>EEH error recovery (POWER).</summary>
    [CName("VFIO_EEH")]
    Eeh = 5,

    /// <summary>The sPAPR TCE IOMMU, version 2 (POWER): windows are created and removed, memory is registered first.</summary>
    [CName("VFIO_SPAPR_TCE_v2_IOMMU")]
    SpaprTceV2Iommu = 7,

    /// <summary>No IOMMU: no translation, no isolation; taints the kernel.</summary>
    [CName("VFIO_NOIOMMU_IOMMU")]
    NoIommu = 8,

    /// <summary><see cref="VfioDmaUnmapFlags.All"/> is known.</summary>
    [CName("VFIO_UNMAP_ALL")]
    UnmapAll = 9,

    /// <summary><see cref="VfioDmaMapFlags.Vaddr"/> is known.</summary>
    [CName("VFIO_UPDATE_VADDR")]
    UpdateVaddr = 10,
}
