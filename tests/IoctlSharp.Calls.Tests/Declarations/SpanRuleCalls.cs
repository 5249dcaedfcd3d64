using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Spans whose length the kernel takes for granted.</summary>
[IoctlGroup('l')]
public static partial class SpanRuleCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "L_FIXED", Argument = typeof(Pointing))]
    public static partial void Fixed(int fd, [Field(nameof(Pointing.Data)), FixedLength(4)] ReadOnlySpan<ushort> token);

    [Ioctl(IoctlMacro.IO, 2, Name = "L_FIXED_TRY", Argument = typeof(Pointing))]
    public static partial Errno TryFixed(int fd, [Field(nameof(Pointing.Data)), FixedLength(4)] ReadOnlySpan<ushort> token);

    [Ioctl(IoctlMacro.IO, 3, Name = "L_FIXED_TAIL")]
    public static partial void FixedTail(int fd, in SmallCount small, [Tail, FixedLength(2)] ReadOnlySpan<byte> items);

    [Ioctl(IoctlMacro.IOR, 4, Name = "L_FIXED_ALONE")]
    public static partial void FixedAlone(int fd, [FixedLength(3)] Span<byte> bytes);

    [Ioctl(IoctlMacro.IO, 5, Name = "L_MINIMUM")]
    public static partial void Minimum(int fd, in Pointing pointing, [Field(nameof(Pointing.More)), MinimumLength(nameof(Pointing.Length))] Span<uint> data);

    [Ioctl(IoctlMacro.IO, 6, Name = "L_MINIMUM_TRY", Argument = typeof(Pointing))]
    public static partial Errno TryMinimum(int fd, [Field(nameof(Pointing.More)), MinimumLength("length")] Span<byte> data, int length);

    [Ioctl(IoctlMacro.IO, 7, Name = "L_BITMAP", Argument = typeof(Pointing))]
    public static partial void Bitmap(
        int fd,
        [Field(nameof(Pointing.Result))] ulong length,
        [Field(nameof(Pointing.Length))] uint pageSize,
        [Field(nameof(Pointing.Data)), BitPerPage("length", "pageSize")] Span<ulong> bitmap);

    [Ioctl(IoctlMacro.IO, 8, Name = "L_BITMAP_TRY")]
    public static partial Errno TryBitmap(int fd, in Pointing pointing, [Field(nameof(Pointing.Data)), BitPerPage(nameof(Pointing.Result), nameof(Pointing.Length))] Span<byte> bitmap);
}
