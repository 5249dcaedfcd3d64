namespace IoctlSharp.Vfio;

/// <summary>The devices that a hot reset affects: <see cref="VfioPciDependentDevice"/> elements stand behind it.</summary>
[KernelStruct("vfio_pci_hot_reset_info", Header = "linux/vfio.h"), Tail("devices", typeof(VfioPciDependentDevice))]
public partial struct VfioPciHotResetInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>How the devices are named.</summary>
    [Requires(VfioPciHotResetFlags.DeviceIdsOwned, VfioPciHotResetFlags.DeviceIds)] public VfioPciHotResetFlags Flags;

    /// <summary>The number of devices.</summary>
    [TailCount] public uint Count;
}
