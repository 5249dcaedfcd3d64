using System.Runtime.InteropServices;
using IoctlSharp;

namespace Demo
{
    public enum DemoMode : ushort
    {
        Slow,
        Fast,
    }

    [IoctlGroup(0xB7)]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_INT")]
        public static partial void Int(this SafeHandle device, int value);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_UINT")]
        public static partial void UInt(int fd, uint value);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_NINT")]
        public static partial void NInt(int fd, nint value);

        [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_NUINT")]
        public static partial void NUInt(int fd, nuint value);

        [Ioctl(IoctlMacro.IO, 5, Name = "DEMO_MODE")]
        public static partial void Mode(int fd, DemoMode mode);

        [Ioctl(IoctlMacro.IOW, 6, Name = "DEMO_ATTACH")]
        public static partial void Attach(this SafeHandle device, SafeHandle other);

        [Ioctl(IoctlMacro.IOW, 7, Name = "DEMO_ATTACH_POINTER")]
        public static partial void AttachPointer(this SafeHandle device, in SafeHandle other);
    }
}
