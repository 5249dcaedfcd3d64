namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>What <c>IOMMU_TEST_CMD</c> does.</summary>
[KernelConstants("IOMMU_TEST_OP_", Header = "iommufd_test.h")]
public enum MockOperation : uint
{
    [CName("IOMMU_TEST_OP_MOCK_DOMAIN_REPLACE")] ReplacePageTable = 10,
    [CName("IOMMU_TEST_OP_MOCK_DOMAIN_FLAGS")] AddDevice = 12,
    [CName("IOMMU_TEST_OP_DIRTY")] MakeDirty = 13,
    [CName("IOMMU_TEST_OP_MD_CHECK_IOTLB")] CheckIotlb = 14,
    [CName("IOMMU_TEST_OP_TRIGGER_IOPF")] TriggerFault = 15,
    [CName("IOMMU_TEST_OP_DEV_CHECK_CACHE")] CheckCache = 16,
    [CName("IOMMU_TEST_OP_TRIGGER_VEVENT")] TriggerEvent = 17,
    PasidAttach = 18,
    PasidReplace = 19,
    PasidDetach = 20,
    [CName("IOMMU_TEST_OP_PASID_CHECK_HWPT")] PasidCheck = 21,
}
