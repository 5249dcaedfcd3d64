namespace IoctlSharp.Vfio;

/// <summary>The groups whose devices a hot reset may affect: their file descriptors stand behind it.</summary>
[KernelStruct("vfio_pci_hot_reset", Header = "linux/vfio.h"), Tail("group_fds", typeof(int))]
public partial struct VfioPciHotReset
{
    [ArgSize] private uint _argsz;
    [Reserved] private uint _flags;
    [TailCount] private uint _count;
}
