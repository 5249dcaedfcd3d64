using System;
using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_range")]
    public partial struct DemoRange
    {
        public ulong Length;
        public uint PageSize;
        [Reserved] private uint _reserved;
        public UserPointer Data;
    }

    [IoctlGroup('d')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_SIGN")]
        public static partial void Sign(int fd, [FixedLength(16)] ReadOnlySpan<byte> token);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_DIRTY")]
        public static partial void GetDirty(int fd, in DemoRange range, [Field(nameof(DemoRange.Data)), BitPerPage(nameof(DemoRange.Length), nameof(DemoRange.PageSize))] Span<uint> bitmap);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_DIRTY", Argument = typeof(DemoRange))]
        public static partial Errno TryGetDirty(
            int fd,
            [Field(nameof(DemoRange.Length))] ulong @long,
            [Field(nameof(DemoRange.PageSize))] uint pageSize,
            [Field(nameof(DemoRange.Data)), BitPerPage("long", "pageSize")] Span<byte> bitmap);

        [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_LOG", Argument = typeof(DemoRange))]
        public static partial Errno TryLog(int fd, [Field(nameof(DemoRange.Data)), MinimumLength("length")] Span<byte> log, uint length);
    }
}
