namespace IoctlSharp.Iommu;

/// <summary>The IOMMU of a device; the bytes of what <see cref="OutDataType"/> says stand behind it.</summary>
[KernelStruct("iommu_hw_info", Header = "linux/iommufd.h")]
[Since("6.12")]
public unsafe partial struct IommuHwInfo
{
    [ArgSize] private uint _size;

    /// <summary>How it is asked for.</summary>
    public IommuHwInfoFlags Flags;

    /// <summary>The device.</summary>
    [NonZero] public DeviceId DevId;

    /// <summary>The length in bytes of what stands behind it.</summary>
    public uint DataLen;

    /// <summary>The address of it; the call sets it.</summary>
    [Aligned(8), CallMemory] public UserPointer DataUptr;

    /// <summary>What stands behind it; before the call what is asked for, with <see cref="IommuHwInfoFlags.InputType"/>.</summary>
    [ValidWhen(nameof(Flags), IommuHwInfoFlags.InputType, InputOnly = true), Alias("InDataType", Since = "7.2", When = IommuHwInfoFlags.InputType)] public IommuHwInfoType OutDataType;

    /// <summary>The width of PASIDs in bits; 0 when there are none.</summary>
    public byte OutMaxPasidLog2;

    [Reserved, CName("__reserved")] private fixed byte _reserved[3];

    /// <summary>What the IOMMU can do for the device.</summary>
    [Aligned(8)] public IommuHwCapabilities OutCapabilities;
}
