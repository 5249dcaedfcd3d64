namespace IoctlSharp.Iommu;

/// <summary>A new vDevice: what a guest has of a device.</summary>
[KernelStruct("iommu_vdevice_alloc", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuVdeviceAlloc
{
    [ArgSize] private uint _size;

    /// <summary>The vIOMMU it stands behind.</summary>
    [NonZero] public ViommuId ViommuId;

    /// <summary>The device.</summary>
    [NonZero] public DeviceId DevId;

    /// <summary>The new vDevice.</summary>
    public VdeviceId OutVdeviceId;

    /// <summary>The guest's id of it: stream id, device id or requester id.</summary>
    [Aligned(8)] public ulong VirtId;
}
