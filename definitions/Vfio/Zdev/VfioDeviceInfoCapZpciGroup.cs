namespace IoctlSharp.Vfio;

/// <summary>What the group of a zPCI function has in common (s390).</summary>
[KernelStruct("vfio_device_info_cap_zpci_group", Header = "linux/vfio_zdev.h", Untranslated = true)]
public partial struct VfioDeviceInfoCapZpciGroup
{
    /// <summary>The capability's header; its version says which fields are there.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The mask of the DMA address space.</summary>
    public ulong Dasm;

    /// <summary>The MSI address.</summary>
    [CName("msi_addr")] public ulong MsiAddress;

    /// <summary>What the group can.</summary>
    public VfioZpciFlags Flags;

    /// <summary>The interval of measurement block updates.</summary>
    public ushort Mui;

    /// <summary>The largest number of MSIs.</summary>
    public ushort Noi;

    /// <summary>The largest length of a store block in bytes.</summary>
    [CName("maxstbl")] public ushort MaxStoreBlock;

    /// <summary>The supported PCI version.</summary>
    public byte Version;

    [Reserved] private byte _reserved;

    /// <summary>The largest length of an interpreted store block in bytes; from version 2.</summary>
    [CName("imaxstbl")] public ushort InterpretedMaxStoreBlock;
}
