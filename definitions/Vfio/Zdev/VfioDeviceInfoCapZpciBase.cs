namespace IoctlSharp.Vfio;

/// <summary>What a zPCI function is (s390).</summary>
[KernelStruct("vfio_device_info_cap_zpci_base", Header = "linux/vfio_zdev.h")]
[Since("7.3", SizeOnI386 = 40)]
public partial struct VfioDeviceInfoCapZpciBase
{
    /// <summary>The capability's header; its version says which fields are there.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The first address of available DMA.</summary>
    public ulong StartDma;

    /// <summary>The last address of available DMA.</summary>
    public ulong EndDma;

    /// <summary>The physical channel's id.</summary>
    public ushort Pchid;

    /// <summary>The number of the virtual function.</summary>
    public ushort Vfn;

    /// <summary>The length of the measurement block in bytes.</summary>
    public ushort FmbLength;

    /// <summary>The type of the PCI function.</summary>
    public byte Pft;

    /// <summary>The group of the PCI function.</summary>
    public byte Gid;

    /// <summary>The function's handle; from version 2.</summary>
    [CName("fh")] public uint FunctionHandle;

    /// <summary>The length of an error event in bytes; from version 3.</summary>
    [Since("7.3")] public uint CcdfErrLength;
}
