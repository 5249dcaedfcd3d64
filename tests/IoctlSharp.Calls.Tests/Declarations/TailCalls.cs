using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>What stands behind a struct.</summary>
[IoctlGroup('t')]
public static partial class TailCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "T_IN")]
    public static partial void In(int fd, in Listed listed, [Tail] ReadOnlySpan<int> items);

    [Ioctl(IoctlMacro.IO, 2, Name = "T_OUT", Argument = typeof(Listed))]
    public static partial void Out(int fd, [Field(nameof(Listed.Flags))] Modes flags, [Tail] Span<int> items);

    [Ioctl(IoctlMacro.IO, 3, Name = "T_REF")]
    public static partial void Ref(int fd, ref Listed listed, [Tail] Span<int> items);

    [Ioctl(IoctlMacro.IO, 4, Name = "T_OVERLAPPED")]
    public static partial void Overlap(int fd, in Overlapped overlapped, [Tail] ReadOnlySpan<uint> items);

    [Ioctl(IoctlMacro.IO, 5, Name = "T_SINGLE_IN")]
    public static partial void SingleIn(int fd, in Data data, [Tail] in Holes holes);

    [Ioctl(IoctlMacro.IO, 6, Name = "T_SINGLE_OUT")]
    public static partial void SingleOut(int fd, in Data data, [Tail] out Holes holes);

    [Ioctl(IoctlMacro.IO, 7, Name = "T_SINGLE_REF")]
    public static partial void SingleRef(int fd, ref Data data, [Tail] ref Holes holes);

    [Ioctl(IoctlMacro.IO, 8, Name = "T_HANDLES", Argument = typeof(Listed)), Preset(nameof(Listed.Flags), Modes.Fixed)]
    public static partial void Handles(Device device, [Tail] params ReadOnlySpan<Device?> devices);

    [Ioctl(IoctlMacro.IO, 9, Name = "T_HANDLES_IN_BYTES")]
    public static partial void HandlesInBytes(Device device, in Data data, [Tail] ReadOnlySpan<Device?> devices);

    [Ioctl(IoctlMacro.IO, 10, Name = "T_SMALL_COUNT")]
    public static partial void Small(int fd, in SmallCount small, [Tail] ReadOnlySpan<byte> items);

    [Ioctl(IoctlMacro.IO, 11, Name = "T_LARGE")]
    public static partial void Large(int fd, in LargeListed large, [Tail] ReadOnlySpan<ulong> items);

    [Ioctl(IoctlMacro.IO, 12, Name = "T_BYTES")]
    public static partial void Bytes(int fd, in Data data, [Tail] ReadOnlySpan<uint> items);

    [Ioctl(IoctlMacro.IO, 13, Name = "T_STRUCTS")]
    public static partial void Structs(int fd, in Data data, [Tail] ReadOnlySpan<Extent> items);

    [Ioctl(IoctlMacro.IOW, 14, Name = "T_NONE")]
    public static partial void None(int fd, in Listed listed);
}
