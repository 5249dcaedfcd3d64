namespace IoctlSharp.Vfio;

/// <summary>A region of a device. Its capabilities: <see cref="VfioRegionCapability"/>.</summary>
[KernelStruct("vfio_region_info", Header = "linux/vfio.h")]
public partial struct VfioRegionInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>What the region can.</summary>
    public VfioRegionFlags Flags;

    /// <summary>Which region; for PCI a <see cref="VfioPciRegion"/>.</summary>
    public uint Index;

    [CapabilityOffset(Flags = nameof(Flags), Flag = VfioRegionFlags.Capabilities)] private uint _capOffset;

    /// <summary>The size in bytes; 0 for a region that the device does not have.</summary>
    [Aligned(8)] public ulong Size;

    /// <summary>Where the region begins in the device's file, in bytes.</summary>
    [Aligned(8)] public ulong Offset;
}
