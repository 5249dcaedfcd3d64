using IoctlSharp.Vfio;

namespace IoctlSharp.Iommu.Tests;

// As the definitions have them, but the size is the test's to lie about, reserved fields can be set, and a field of a kernel to come follows.
[KernelStruct("iommu_destroy")]
public partial struct RawDestroy
{
    public uint Size;
    public uint Id;
    public ulong FromTheFuture;
}

[KernelStruct("iommu_ioas_alloc")]
public partial struct RawIoasAlloc
{
    public uint Size;
    public uint Flags;
    public uint OutIoasId;
    public uint FromTheFuture;
}

[KernelStruct("iommu_ioas_iova_ranges")]
public partial struct RawIovaRanges
{
    public uint Size;
    public IoasId IoasId;
    public uint NumIovas;
    public uint Reserved;
    public UserPointer AllowedIovas;
    public ulong OutIovaAlignment;
}

[KernelStruct("iommu_ioas_map")]
public partial struct RawIoasMap
{
    public uint Size;
    public IommuIoasMapFlags Flags;
    public IoasId IoasId;
    public uint Reserved;
    public UserPointer UserVa;
    public ulong Length;
    public ulong Iova;
    public ulong FromTheFuture;
}

[KernelStruct("iommu_option")]
public partial struct RawOption
{
    public uint Size;
    public uint OptionId;
    public ushort Operation;
    public ushort Reserved;
    public uint ObjectId;
    public ulong Value;
}

[KernelStruct("iommu_hwpt_alloc")]
public partial struct RawHwptAlloc
{
    public uint Size;
    public IommuHwptAllocFlags Flags;
    public DeviceId DevId;
    public IoasId PtId;
    public uint OutHwptId;
    public uint Reserved;
    public uint DataType;
    public uint DataLen;
    public UserPointer DataUptr;
    public uint FaultId;
    public uint Reserved2;
    public ulong FromTheFuture;
}

[KernelStruct("iommu_hw_info")]
public partial struct RawHwInfo
{
    public uint Size;
    public uint Flags;
    public DeviceId DevId;
    public uint DataLen;
    public UserPointer DataUptr;
    public uint OutDataType;
    public uint PasidAndReserved;
    public ulong OutCapabilities;
}

/// <summary>As Linux 6.1 has it: without capabilities, and 4 bytes shorter.</summary>
[KernelStruct("vfio_device_info")]
public partial struct RawDeviceInfo
{
    public uint Argsz;
    public VfioDeviceFlags Flags;
    public uint RegionCount;
    public uint IrqCount;
    public uint CapOffset;
    public uint Untouched;
}

[KernelStruct("vfio_device_attach_iommufd_pt")]
public partial struct RawAttach
{
    public uint Argsz;
    public uint Flags;
    public IoasId PtId;
    public uint Pasid;
    public ulong FromTheFuture;
}

[KernelStruct("vfio_device_bind_iommufd")]
public partial struct RawBind
{
    public uint Argsz;
    public uint Flags;
    public int Iommufd;
    public DeviceId OutDevid;
    public ulong TokenUuidPtr;
    public ulong FromTheFuture;
}
