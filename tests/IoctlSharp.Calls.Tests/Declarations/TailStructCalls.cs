using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A struct behind a struct, whose fields are parameters and results, and what stands behind that.</summary>
[IoctlGroup('b')]
public static partial class TailStructCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "B_FIELDS", Argument = typeof(Featured), Tail = typeof(Behind))]
    [Preset(nameof(Featured.Flags), Modes.Write), Preset("Spot.Length", 7u)]
    public static partial void Fields(Device device, [Field(nameof(Behind.Kind))] byte kind, [Field(nameof(Behind.Fd))] Device? other, [Field("Spot.Size")] ulong size);

    [Ioctl(IoctlMacro.IO, 2, Name = "B_SPAN", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial void Span(int fd, [Field("Spot.Data", Length = "Spot.Length")] Span<ushort> data, [Field(nameof(Featured.Flags))] Modes flags);

    [Ioctl(IoctlMacro.IO, 3, Name = "B_OUT", Argument = typeof(Featured), Tail = typeof(Behind))]
    [return: Field(nameof(Behind.PageSize))]
    public static partial ulong Out(int fd, [Field(nameof(Behind.PageSize))] ulong pageSize, [Field("Spot.Size")] out ulong size, [Field(nameof(Behind.Kind))] ref byte kind);

    [Ioctl(IoctlMacro.IO, 4, Name = "B_RETURN", Argument = typeof(Featured), Tail = typeof(Behind)), Preset(nameof(Featured.Flags), Modes.Read)]
    public static partial Behind Return(int fd, [Field(nameof(Behind.Kind))] byte kind);

    [Ioctl(IoctlMacro.IO, 5, Name = "B_HANDLE", Argument = typeof(Featured), Tail = typeof(Behind)), Preset(nameof(Behind.Fd), -1)]
    [return: Field(nameof(Behind.Fd))]
    public static partial Device? ReturnHandle(Device device);

    [Ioctl(IoctlMacro.IO, 6, Name = "B_OUT_HANDLE", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial void OutHandle(Device device, [Field(nameof(Behind.Fd))] out Device made);

    [Ioctl(IoctlMacro.IO, 7, Name = "B_PARAMETER")]
    public static partial void Parameter(int fd, in Featured featured, [Tail] ref Behind behind, [Field(nameof(Behind.Kind))] byte kind);

    [Ioctl(IoctlMacro.IO, 8, Name = "B_ITEMS", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial void Items(int fd, [Field(nameof(Behind.Kind))] byte kind, [Tail] ReadOnlySpan<uint> items);

    [Ioctl(IoctlMacro.IO, 9, Name = "B_ITEMS_OUT", Tail = typeof(Behind))]
    public static partial Behind ItemsOut(int fd, in Featured featured, [Tail] Span<uint> items);

    [Ioctl(IoctlMacro.IO, 10, Name = "B_HANDLES", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial void Handles(Device device, [Tail] params ReadOnlySpan<Device?> devices);

    [Ioctl(IoctlMacro.IO, 11, Name = "B_STRUCT", Argument = typeof(Featured), Tail = typeof(Data))]
    public static partial void Struct(int fd, [Field(nameof(Featured.Flags), Of = typeof(Data))] Modes flags, [Tail] ref Holes holes);

    [Ioctl(IoctlMacro.IO, 12, Name = "B_SIZED", Argument = typeof(Listed), Tail = typeof(Four))]
    public static partial void Counted(int fd, [Field(nameof(Four.Value))] uint value);

    [Ioctl(IoctlMacro.IO, 13, Name = "B_SMALL", Argument = typeof(Featured), Tail = typeof(SmallCount))]
    public static partial void Small(int fd, [Tail] ReadOnlySpan<byte> items);

    [Ioctl(IoctlMacro.IO, 14, Name = "B_OVERLAPPED", Argument = typeof(Overlapped), Tail = typeof(Four))]
    public static partial void Overlap(int fd, [Field(nameof(Four.Value))] uint value);

    [Ioctl(IoctlMacro.IOW, 15, Name = "B_NESTED")]
    public static partial void Nested(int fd, in Behind behind, [Field("Spot.Data", Length = "Spot.Length")] ReadOnlySpan<byte> data, [Field("Spot.Size")] out ulong size);

    [Ioctl(IoctlMacro.IO, 16, Name = "B_TRY", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial Errno Try(
        Device device,
        [Field(nameof(Behind.Fd))] Device? other,
        [Field("Spot.Size")] out ulong size,
        [Tail] ReadOnlySpan<Device?> devices);

    [Ioctl(IoctlMacro.IO, 17, Name = "B_TRY_SMALL", Argument = typeof(Featured), Tail = typeof(SmallCount))]
    public static partial Errno TrySmall(int fd, [Tail] ReadOnlySpan<byte> items);

    [Ioctl(IoctlMacro.IO, 18, Name = "B_TRY_HANDLE", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial Errno TryHandle(Device device, [Field(nameof(Behind.Fd))] out Device? made);

    [Ioctl(IoctlMacro.IO, 20, Name = "B_BITMAP")]
    public static partial void Bitmap(
        int fd,
        in Featured featured,
        [Tail] in Behind behind,
        [Field("Spot.Data"), BitPerPage("Spot.Size", nameof(Behind.PageSize))] Span<byte> bitmap);

    [Ioctl(IoctlMacro.IO, 19, Name = "B_POINTER", Argument = typeof(Featured), Tail = typeof(Behind))]
    public static partial void Pointer(int fd, [Field("Spot.Data", ByteLength = "Spot.Size", ElementSize = "Spot.Length")] ref Holes holes);
}
