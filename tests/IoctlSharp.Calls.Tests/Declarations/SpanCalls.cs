using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Spans and texts that are the whole argument, numbers made at run time.</summary>
[IoctlGroup('s')]
public static partial class SpanCalls
{
    [Ioctl(IoctlMacro.IOR, 6, Name = "S_NAME")]
    public static partial int Name(int fd, Span<byte> name);

    [Ioctl(IoctlMacro.IOW, 7, Name = "S_WORDS")]
    public static partial void Words(int fd, ReadOnlySpan<ushort> words);

    [Ioctl(IoctlMacro.IOR, 0x20, Name = "S_BIT")]
    public static partial int Bit(int fd, [Number] byte ev, Span<byte> bits);

    [Ioctl(IoctlMacro.IO, 8, Name = "S_PLAIN")]
    public static partial void Plain(int fd, ReadOnlySpan<byte> bytes);

    [Ioctl(IoctlMacro.IO, 9, Name = "S_TEXT")]
    public static partial int Text(int fd, [CString] string text);

    [Ioctl(IoctlMacro.IO, 10, Name = "S_TEXT_BYTES")]
    public static partial int TextBytes(int fd, [CString] ReadOnlySpan<byte> text);

    [Ioctl(IoctlMacro.IO, 11, Name = "S_OPEN")]
    public static partial Device Open(Device device, [CString] string name);

    [Ioctl(IoctlMacro.IO, 200, Name = "S_NUMBER")]
    public static partial void Number(int fd, [Number] byte number);
}
