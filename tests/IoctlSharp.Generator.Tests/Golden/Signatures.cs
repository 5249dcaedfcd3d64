// since net10.0, C# 13
using System;
using IoctlSharp;

namespace Demo;

[KernelStruct("demo_pair"), Tail("items", typeof(int))]
public partial struct Pair
{
    public uint First;
    [TailCount] private uint _count;
}

[IoctlGroup('s')]
public static partial class DemoIoctls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_PARAMS")]
    public static partial void Many(int fd, in Pair pair, [Tail] params ReadOnlySpan<int> items);

    [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_SCOPED")]
    public static partial void Scoped(int fd, scoped in Pair pair, [Tail] scoped Span<int> items);

    [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_REF_READONLY")]
    public static partial void RefReadonly(int fd, ref readonly Pair pair);

    [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_UNSAFE")]
    public static unsafe partial void Unsafe(int fd, void* address);
}
