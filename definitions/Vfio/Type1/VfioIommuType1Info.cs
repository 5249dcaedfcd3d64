namespace IoctlSharp.Vfio;

/// <summary>What a type1 IOMMU can do. Its capabilities: <see cref="VfioIommuType1Capability"/>.</summary>
[KernelStruct("vfio_iommu_type1_info", Header = "linux/vfio.h")]
[Since("6.12", SizeOnI386 = 24)]
public partial struct VfioIommuType1Info
{
    [ArgSize] private uint _argsz;

    /// <summary>What is valid.</summary>
    public VfioIommuInfoFlags Flags;

    /// <summary>A bit for each page size in bytes that the IOMMU has; addresses and sizes are multiples of the smallest.</summary>
    [Aligned(8), ValidWhen(nameof(Flags), VfioIommuInfoFlags.PageSizes), CName("iova_pgsizes")] public ulong IovaPageSizes;

    [CapabilityOffset(Flags = nameof(Flags), Flag = VfioIommuInfoFlags.Capabilities)] private uint _capOffset;
    [Reserved] private uint _pad;
}
