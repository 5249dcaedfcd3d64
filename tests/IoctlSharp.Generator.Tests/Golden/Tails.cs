using System;
using System.Runtime.InteropServices;
using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_set"), Tail("data", typeof(byte))]
    public partial struct DemoSet
    {
        [ArgSize] private uint _argsz;
        public uint Flags;
        [TailCount] private ushort _count;
    }

    [KernelStruct("demo_item")]
    public partial struct DemoItem
    {
        public byte Kind;
        public ulong Value;
    }

    [IoctlGroup('t')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_SET_MANY")]
        public static partial void SetMany(int fd, in DemoSet set, [Tail] ReadOnlySpan<uint> items);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_GET_MANY", Argument = typeof(DemoSet))]
        public static partial void GetMany(int fd, [Field(nameof(DemoSet.Flags))] uint flags, [Tail] Span<ulong> items);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_SET_ONE")]
        public static partial void SetOne(int fd, ref DemoSet set, [Tail] in DemoItem item);

        [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_GET_ONE")]
        public static partial Errno TryGetOne(int fd, in DemoSet set, [Tail] out DemoItem item);

        [Ioctl(IoctlMacro.IO, 5, Name = "DEMO_SET_HANDLES")]
        public static partial void SetHandles(SafeHandle device, in DemoSet set, [Tail] ReadOnlySpan<SafeHandle> handles);

        [Ioctl(IoctlMacro.IO, 6, Name = "DEMO_TRY_HANDLES")]
        public static partial Errno TrySetHandles(SafeHandle device, in DemoSet set, [Tail] ReadOnlySpan<SafeHandle?> handles);
    }
}
