namespace IoctlSharp.Vfio;

/// <summary>The capabilities of <see cref="VfioIommuType1Info"/>.</summary>
[KernelConstants("VFIO_IOMMU_TYPE1_INFO_", Header = "linux/vfio.h")]
public enum VfioIommuType1Capability : ushort
{
    /// <summary><see cref="VfioIommuType1InfoCapIovaRange"/> and its ranges.</summary>
    [CName("VFIO_IOMMU_TYPE1_INFO_CAP_IOVA_RANGE")]
    IovaRange = 1,

    /// <summary><see cref="VfioIommuType1InfoCapMigration"/>.</summary>
    [CName("VFIO_IOMMU_TYPE1_INFO_CAP_MIGRATION")]
    Migration = 2,

    /// <summary><see cref="VfioIommuType1InfoDmaAvail"/>.</summary>
    [CName("VFIO_IOMMU_TYPE1_INFO_DMA_AVAIL")]
    DmaAvailable = 3,
}
