namespace IoctlSharp.Vfio;

/// <summary>A device that a hot reset affects.</summary>
[KernelStruct("vfio_pci_dependent_device", Header = "linux/vfio.h")]
public partial struct VfioPciDependentDevice
{
    /// <summary>The device's group; with <see cref="VfioPciHotResetFlags.DeviceIds"/> its iommufd id.</summary>
    [Alias("Devid", Since = "6.12", When = VfioPciHotResetFlags.DeviceIds)] public uint GroupId;

    /// <summary>The PCI segment (domain).</summary>
    public ushort Segment;

    /// <summary>The PCI bus.</summary>
    public byte Bus;

    /// <summary>Device and function: <c>device &lt;&lt; 3 | function</c>.</summary>
    [CName("devfn")] public byte DeviceFunction;
}
