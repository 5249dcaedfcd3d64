using System;
using IoctlSharp;

namespace Demo
{
    public sealed class Device : DeviceHandle
    {
        public Device(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    }

    [KernelStruct("demo_area", Untranslated = true)]
    public partial struct Area
    {
        public ulong Start;
        public uint Kind;
        public ulong Length;
    }

    [KernelStruct("demo_holder")]
    public partial struct Holder
    {
        [ArgSize] private uint _argsz;
        public Area Area;
    }

    // The same everywhere: nothing is refused.
    [KernelStruct("demo_even", Untranslated = true)]
    public partial struct Even
    {
        public ulong Start;
        public ulong Length;
    }

#pragma warning disable IOCTL2005
    // The CLR has no way to align it on i386.
    [KernelStruct("demo_aligned")]
    public partial struct Aligned
    {
        public uint Kind;
        [Aligned(8)] public ulong Start;
    }
#pragma warning restore IOCTL2005

    [IoctlGroup(';')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_SET_AREA")]
        public static partial void SetArea(this Device device, in Area area);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_SET_HOLDER")]
        public static partial Errno TrySetHolder(this Device device, in Holder holder);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_SET_EVEN")]
        public static partial void SetEven(this Device device, in Even even);

        [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_GET_ALIGNED")]
        public static partial Aligned GetAligned(this Device device);
    }
}
