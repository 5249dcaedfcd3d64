using System;
using IoctlSharp;

namespace Demo
{
    [IoctlGroup('E')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IOR, 6, Name = "EVIOCGNAME")]
        public static partial int GetName(int fd, Span<byte> name);

        [Ioctl(IoctlMacro.IOR, 0x20, Name = "EVIOCGBIT")]
        public static partial int GetBits(int fd, [Number] byte type, Span<uint> bits);

        [Ioctl(IoctlMacro.IOW, 7, Name = "DEMO_WORDS")]
        public static partial Errno TrySetWords(int fd, ReadOnlySpan<ushort> words);

        [Ioctl(IoctlMacro.IO, 8, Name = "DEMO_TEXT")]
        public static partial void SetText(int fd, [CString] string text);

        [Ioctl(IoctlMacro.IO, 9, Name = "DEMO_TEXT_BYTES")]
        public static partial Errno TrySetText(int fd, [CString] ReadOnlySpan<byte> text);

        [Ioctl(IoctlMacro.IO, 250, Name = "DEMO_NUMBER")]
        public static partial Errno TryNumber(int fd, [Number] byte number);
    }
}
