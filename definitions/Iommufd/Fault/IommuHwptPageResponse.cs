namespace IoctlSharp.Iommu;

/// <summary>The answer to a group of page faults.</summary>
[KernelStruct("iommu_hwpt_page_response", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptPageResponse
{
    /// <summary><see cref="IommuHwptPgfault.Cookie"/> of its last fault.</summary>
    public uint Cookie;

    /// <summary>The answer.</summary>
    public IommufdPageResponseCode Code;
}
