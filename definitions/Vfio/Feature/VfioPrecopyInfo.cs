namespace IoctlSharp.Vfio;

/// <summary>Estimates of what a device still has to send before it is stopped.</summary>
[KernelStruct("vfio_precopy_info", Header = "linux/vfio.h")]
[Since("6.12")]
public partial struct VfioPrecopyInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>Meaningless unless <see cref="VfioIoctls.EnablePrecopyFlags"/> was called.</summary>
    public VfioPrecopyFlags Flags;

    /// <summary>Bytes of the first copy that are left. Stop the device when it is 0, not earlier.</summary>
    [Aligned(8)] public ulong InitialBytes;

    /// <summary>Bytes that changed since they were read.</summary>
    [Aligned(8)] public ulong DirtyBytes;
}
