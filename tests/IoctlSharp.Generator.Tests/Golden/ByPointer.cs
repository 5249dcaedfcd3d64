using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_range", Header = "linux/demo.h")]
    public partial struct DemoRange
    {
        [ArgSize] private uint _argsz;
        public uint Flags;
        public byte Kind;
        public ulong Start;
        public nuint Length;
    }

    [IoctlGroup(';', Base = 100, Header = "linux/demo.h")]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 0)]
        public static partial void Reset(int fd);

        [Ioctl(IoctlMacro.IOW, 1, Name = "DEMO_SET_RANGE")]
        public static partial void SetRange(int fd, in DemoRange range);

        [Ioctl(IoctlMacro.IOR, 2, Name = "DEMO_GET_RANGE")]
        public static partial void GetRange(int fd, out DemoRange range);

        /// <summary>A documented call keeps its words.</summary>
        [Ioctl(IoctlMacro.IOWR, 3, Name = "DEMO_MOVE_RANGE")]
        internal static partial void MoveRange(int fd, ref DemoRange range);

        [Ioctl(IoctlMacro.IOW, 4, Name = "DEMO_SET_COUNT")]
        public static partial void SetCount(int fd, in uint count);

        [Ioctl(IoctlMacro.IOR, 5, Name = "DEMO_GET_COUNT")]
        public static partial void GetCount(int fd, out ulong count);

        [Ioctl(IoctlMacro.IOWR, 6, Name = "DEMO_LONG")]
        public static partial void Long(int fd, ref nint value);
    }
}
