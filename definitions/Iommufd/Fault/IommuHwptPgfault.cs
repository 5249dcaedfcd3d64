namespace IoctlSharp.Iommu;

/// <summary>A page fault of a device.</summary>
[KernelStruct("iommu_hwpt_pgfault", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptPgfault
{
    /// <summary>What it says.</summary>
    public IommuPgfaultFlags Flags;

    /// <summary>The device.</summary>
    public DeviceId DevId;

    /// <summary>The PASID.</summary>
    [ValidWhen(nameof(Flags), IommuPgfaultFlags.PasidValid)] public uint Pasid;

    /// <summary>The group of page requests.</summary>
    [CName("grpid")] public uint GroupId;

    /// <summary>What the device wanted to do.</summary>
    [CName("perm")] public IommuPgfaultPermissions Permissions;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The address.</summary>
    [Aligned(8), CName("addr")] public ulong Address;

    /// <summary>How many bytes the device is about to want; 0 when it did not say.</summary>
    public uint Length;

    /// <summary>The group, for the answer.</summary>
    public uint Cookie;
}
