namespace IoctlSharp.Vfio;

/// <summary>The capabilities of <see cref="VfioRegionInfo"/>.</summary>
[KernelConstants("VFIO_REGION_INFO_CAP_", Header = "linux/vfio.h")]
public enum VfioRegionCapability : ushort
{
    /// <summary><see cref="VfioRegionInfoCapSparseMmap"/> and its areas.</summary>
    SparseMmap = 1,

    /// <summary><see cref="VfioRegionInfoCapType"/>.</summary>
    Type = 2,

    /// <summary>The MSI-X table may be mapped with the rest; a header alone.</summary>
    MsixMappable = 3,

    /// <summary>No longer provided.</summary>
    [CName("VFIO_REGION_INFO_CAP_NVLINK2_SSATGT")]
    Nvlink2Ssatgt = 4,

    /// <summary>No longer provided.</summary>
    [CName("VFIO_REGION_INFO_CAP_NVLINK2_LNKSPD")]
    Nvlink2Lnkspd = 5,
}
