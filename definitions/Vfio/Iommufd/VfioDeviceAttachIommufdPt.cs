using IoctlSharp.Iommu;

namespace IoctlSharp.Vfio;

/// <summary>The page table that a device, or a PASID of it, uses from now on.</summary>
[KernelStruct("vfio_device_attach_iommufd_pt", Header = "linux/vfio.h")]
[Since("6.12")]
[Since("7.2", Size = 16)]
public partial struct VfioDeviceAttachIommufdPt
{
    [ArgSize] private uint _argsz;

    /// <summary>Whether it is for a PASID.</summary>
    public VfioAttachFlags Flags;

    /// <summary>An I/O address space or a hardware page table; after the call the address space, or the page table really attached.</summary>
    [NonZero] public PageTableId PtId;

    /// <summary>The PASID, with <see cref="VfioAttachFlags.Pasid"/>.</summary>
    [ValidWhen(nameof(Flags), VfioAttachFlags.Pasid), Since("7.2")] public uint Pasid;
}
