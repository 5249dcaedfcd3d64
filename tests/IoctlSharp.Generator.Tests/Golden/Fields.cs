using System;
using IoctlSharp;

namespace Demo
{
    public sealed class DemoDevice : DeviceHandle
    {
        public DemoDevice(IntPtr fd, bool ownsHandle)
            : base(fd, ownsHandle)
        {
        }
    }

    [Flags]
    public enum DemoFlags : uint
    {
        Read = 1,
        Write = 2,
    }

    public enum DemoOp
    {
        Start,
        Stop,
    }

    [KernelStruct("demo_request")]
    public partial struct DemoRequest
    {
        [ArgSize] private uint _argsz;
        public DemoFlags Flags;
        public DemoOp Op;
        public int Fd;
        public uint MadeFd;
        public ushort Length;
        public UserPointer Data;
        public ulong Words;
        public ulong Size;
    }

    [IoctlGroup('d')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_REQUEST", Argument = typeof(DemoRequest)), Preset(nameof(DemoRequest.Op), DemoOp.Stop), Preset(nameof(DemoRequest.Flags), DemoFlags.Read | DemoFlags.Write)]
        [return: Field(nameof(DemoRequest.Size))]
        public static partial ulong Request(
            DemoDevice device,
            [Field(nameof(DemoRequest.Fd))] DemoDevice? other,
            [Field(nameof(DemoRequest.Data), Length = nameof(DemoRequest.Length))] ReadOnlySpan<byte> data,
            [Field(nameof(DemoRequest.Words))] Span<uint> words,
            [Field(nameof(DemoRequest.Flags))] ref DemoFlags flags);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_MAKE", Argument = typeof(DemoRequest))]
        public static partial void Make(DemoDevice device, [Field(nameof(DemoRequest.MadeFd))] out DemoDevice made, [Field(nameof(DemoRequest.Fd))] out DemoDevice? perhaps);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_ASK")]
        public static partial Errno TryAsk(DemoDevice device, in DemoRequest request, [Field(nameof(DemoRequest.Fd))] DemoDevice? other, [Field(nameof(DemoRequest.Size))] out ulong size);
    }
}
