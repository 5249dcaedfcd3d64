namespace IoctlSharp.Vfio;

/// <summary>What is taken from its page table: its DMA is blocked from then on.</summary>
[KernelStruct("vfio_device_detach_iommufd_pt", Header = "linux/vfio.h")]
[Since("6.12")]
[Since("7.2", Size = 12)]
public partial struct VfioDeviceDetachIommufdPt
{
    [ArgSize] private uint _argsz;

    /// <summary>Whether it is a PASID.</summary>
    public VfioDetachFlags Flags;

    /// <summary>The PASID, with <see cref="VfioDetachFlags.Pasid"/>.</summary>
    [ValidWhen(nameof(Flags), VfioDetachFlags.Pasid), Since("7.2")] public uint Pasid;
}
