namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>What the mock says of its hardware.</summary>
[KernelStruct("iommu_test_hw_info", Header = "iommufd_test.h")]
public partial struct MockHwInfo
{
    public uint Flags;
    public uint TestReg;
}

/// <summary>The data of a mock page table: what each word of its cache is at first.</summary>
[KernelStruct("iommu_hwpt_selftest", Header = "iommufd_test.h")]
public partial struct MockHwpt
{
    public uint Iotlb;
    public uint PagetableType;
}

/// <summary>An invalidation of a word of a page table's cache; flag 1 for all.</summary>
[KernelStruct("iommu_hwpt_invalidate_selftest", Header = "iommufd_test.h")]
public partial struct MockInvalidation
{
    public uint Flags;
    public uint IotlbId;
}

/// <summary>An invalidation of a word of a device's cache; flag 1 for all.</summary>
[KernelStruct("iommu_viommu_invalidate_selftest", Header = "iommufd_test.h")]
public partial struct MockViommuInvalidation
{
    public uint Flags;
    public uint VdevId;
    public uint CacheId;
}

/// <summary>The data of a mock vIOMMU: in, out, and the place of two pages to map.</summary>
[KernelStruct("iommu_viommu_selftest", Header = "iommufd_test.h")]
public partial struct MockViommu
{
    public uint InData;
    public uint OutData;
    public ulong OutMmapOffset;
    public ulong OutMmapLength;
}

/// <summary>A mock vIOMMU's event.</summary>
[KernelStruct("iommu_viommu_event_selftest", Header = "iommufd_test.h")]
public partial struct MockEvent
{
    public uint VirtId;
}
