namespace IoctlSharp.Iommu.Tests;

/// <summary>The ways to map memory for a device; the kernel's own tests know the same five.</summary>
public enum Backend
{
    Type1,
    Type1v2,
    IommufdType1,
    IommufdType1v2,
    Iommufd,
}
