namespace VfioWalkthrough;

/// <summary>The ways to a device and its memory that the kernel has.</summary>
internal enum Mode
{
    /// <summary>A container and a group, with the first version of the type1 IOMMU, as in the kernel's document.</summary>
    Type1,

    /// <summary>The same with its second version, which never cuts a mapping in two.</summary>
    Type1v2,

    /// <summary>A container and a group again, but the container is an iommufd.</summary>
    IommufdCompat,

    /// <summary>The device's own file and an address space of an iommufd.</summary>
    Iommufd,
}
