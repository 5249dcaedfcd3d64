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

    [KernelStruct("demo_feature"), Tail("data", typeof(byte))]
    public partial struct DemoFeature
    {
        [ArgSize] private uint _argsz;
        public uint Flags;
    }

    [KernelStruct("demo_area")]
    public partial struct DemoArea
    {
        public ulong Size;
        public UserPointer Data;
    }

    [KernelStruct("demo_state"), Tail("ranges", typeof(DemoArea))]
    public partial struct DemoState
    {
        public uint State;
        public int Fd;
        public DemoArea @event;
        [TailCount] private ushort _count;
        [Reserved] private ushort _pad;
        [Reserved] private uint _pad2;
    }

    [IoctlGroup('b')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_SET_STATE", Argument = typeof(DemoFeature), Tail = typeof(DemoState)), Preset(nameof(DemoFeature.Flags), 3u), Preset(nameof(DemoState.Fd), -1)]
        [return: Field(nameof(DemoState.Fd))]
        public static partial DemoDevice? SetState(
            this DemoDevice device,
            [Field(nameof(DemoState.State))] ref uint state,
            [Field(nameof(DemoState.@event) + "." + nameof(DemoArea.Data))] Span<uint> tail);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_GET_STATE", Argument = typeof(DemoFeature), Tail = typeof(DemoState))]
        public static partial DemoState GetState(int fd, [Field(nameof(DemoFeature.Flags))] uint flags);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_SET_RANGES")]
        public static partial void SetRanges(int fd, ref DemoFeature feature, [Tail] ref DemoState state, [Field(nameof(DemoState.State))] uint value);

        [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_TRY_RANGES", Argument = typeof(DemoFeature), Tail = typeof(DemoState))]
        public static partial Errno TrySetRanges(DemoDevice device, [Field(nameof(DemoState.Fd))] DemoDevice? other, [Tail] ReadOnlySpan<DemoArea> areas, [Field(nameof(DemoState.State))] out uint state);

        [Ioctl(IoctlMacro.IO, 5, Name = "DEMO_MAKE", Argument = typeof(DemoFeature))]
        [return: Field(nameof(DemoFeature.Flags))]
        public static partial DemoDevice Make(DemoDevice device);
    }
}
