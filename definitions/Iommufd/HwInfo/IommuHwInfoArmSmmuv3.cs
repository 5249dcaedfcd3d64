namespace IoctlSharp.Iommu;

/// <summary>An Arm SMMUv3. Not every bit of the registers is meant for user space: the header lists which are.</summary>
[KernelStruct("iommu_hw_info_arm_smmuv3", Header = "linux/iommufd.h")]
[Since("7.2")]
public unsafe partial struct IommuHwInfoArmSmmuv3
{
    /// <summary>What is special about it.</summary>
    public IommuHwInfoArmSmmuv3Flags Flags;

    [Reserved, CName("__reserved")] private uint _reserved;
    private fixed uint _idr[6];

    /// <summary>The implementation.</summary>
    public uint Iidr;

    /// <summary>The version of the architecture.</summary>
    public uint Aidr;
}
