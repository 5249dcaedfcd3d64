namespace IoctlSharp.Iommu;

/// <summary>The answer to a group of page faults.</summary>
[KernelConstants("IOMMUFD_PAGE_RESP_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommufdPageResponseCode : uint
{
    /// <summary>The pages are there: try again.</summary>
    Success = 0,

    /// <summary>They cannot be had: do not try again.</summary>
    Invalid = 1,
}
