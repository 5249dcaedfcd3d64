namespace IoctlSharp.Vfio;

/// <summary>Which widths of PCIe AtomicOps the root bus completes: the capability <see cref="VfioDeviceCapability.PciAtomicCompletion"/>.</summary>
[KernelStruct("vfio_device_info_cap_pci_atomic_comp", Header = "linux/vfio.h")]
[Since("6.12")]
public partial struct VfioDeviceInfoCapPciAtomicComp
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The widths.</summary>
    public VfioPciAtomicFlags Flags;

    [Reserved] private uint _reserved;
}
