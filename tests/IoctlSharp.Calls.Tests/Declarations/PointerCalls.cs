using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Addresses in fields, and how long what is there is.</summary>
[IoctlGroup('p')]
public static partial class PointerCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "P_BYTES", Argument = typeof(Pointing))]
    public static partial void Bytes(int fd, [Field(nameof(Pointing.Data), ByteLength = nameof(Pointing.Length))] ReadOnlySpan<ulong> data);

    [Ioctl(IoctlMacro.IO, 2, Name = "P_SMALL_BYTES", Argument = typeof(Pointing))]
    public static partial Errno TrySmallBytes(int fd, [Field(nameof(Pointing.Data), ByteLength = nameof(Pointing.MoreLength))] Span<ulong> data);

    [Ioctl(IoctlMacro.IO, 3, Name = "P_ENTRIES", Argument = typeof(Pointing))]
    public static partial void Entries(int fd, [Field(nameof(Pointing.Data), Length = nameof(Pointing.Length), ElementSize = nameof(Pointing.MoreLength))] ReadOnlySpan<Quad> entries);

    [Ioctl(IoctlMacro.IO, 4, Name = "P_IN", Argument = typeof(Pointing))]
    public static partial void In(int fd, [Field(nameof(Pointing.Data), ByteLength = nameof(Pointing.Length))] in Holes holes);

    [Ioctl(IoctlMacro.IO, 5, Name = "P_REF")]
    public static partial void Ref(int fd, in Pointing pointing, [Field(nameof(Pointing.More), ByteLength = nameof(Pointing.MoreLength), Length = nameof(Pointing.Length))] ref Holes holes);

    [Ioctl(IoctlMacro.IO, 6, Name = "P_OUT", Argument = typeof(Pointing))]
    public static partial Errno TryOut(int fd, [Field(nameof(Pointing.Last), ByteLength = nameof(Pointing.Length))] out Holes holes);

    [Ioctl(IoctlMacro.IO, 7, Name = "P_LARGE", Argument = typeof(Pointing))]
    public static partial void Large(int fd, [Field(nameof(Pointing.Data), ByteLength = nameof(Pointing.Length))] in Large large, [Field(nameof(Pointing.More))] in Holes holes);

    [Ioctl(IoctlMacro.IO, 8, Name = "P_SCALAR", Argument = typeof(Pointing))]
    public static partial void Scalar(int fd, [Field(nameof(Pointing.Data))] ref uint value);

    [Ioctl(IoctlMacro.IO, 9, Name = "P_BESIDE_TAIL", Argument = typeof(TailedPointing))]
    public static partial void BesideTail(int fd, [Field(nameof(TailedPointing.Data), ByteLength = nameof(TailedPointing.Length))] in Holes holes, [Tail] ReadOnlySpan<ushort> items);
}
