namespace IoctlSharp.Vfio;

/// <summary>A write that the kernel does when an eventfd is signalled.</summary>
[KernelStruct("vfio_device_ioeventfd", Header = "linux/vfio.h")]
[Since("6.12", SizeOnI386 = 32)]
public partial struct VfioDeviceIoeventfd
{
    [ArgSize] private uint _argsz;

    /// <summary>The width: exactly one.</summary>
    [ExactlyOne(VfioIoEventFdFlags.SizeMask)] public VfioIoEventFdFlags Flags;

    /// <summary>Where to write, in bytes from the start of the device's file.</summary>
    [Aligned(8)] public ulong Offset;

    /// <summary>What to write.</summary>
    [Aligned(8)] public ulong Data;

    /// <summary>The eventfd; the call sets it.</summary>
    public int Fd;

    [Reserved] private uint _reserved;
}
