using System;
using IoctlSharp;
using Microsoft.Win32.SafeHandles;

namespace Demo
{
    public sealed class DemoDevice : DeviceHandle
    {
        public DemoDevice(IntPtr fd, bool ownsHandle)
            : base(fd, ownsHandle)
        {
        }
    }

    public enum DemoState
    {
        Off,
        On,
    }

    [KernelStruct("demo_status")]
    public partial struct DemoStatus
    {
        [ArgSize] private uint _argsz;
        public uint Flags;
    }

    [IoctlGroup('r')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_VOID")]
        public static partial void Void(this DemoDevice device);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_INT")]
        public static partial int Int(this DemoDevice device);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_STATE", Retry = true)]
        public static partial DemoState State(this DemoDevice device);

        [Ioctl(IoctlMacro.IOR, 4, Name = "DEMO_STATUS")]
        public static partial DemoStatus Status(this DemoDevice device);

        [Ioctl(IoctlMacro.IO, 5, Name = "DEMO_OPEN")]
        public static partial DemoDevice Open(this DemoDevice device, uint index);

        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_VOID")]
        public static partial Errno TryVoid(this DemoDevice device);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_STATE", Retry = true)]
        public static partial Errno TryState(this DemoDevice device, [ReturnValue] out DemoState state);

        [Ioctl(IoctlMacro.IO, 5, Name = "DEMO_OPEN")]
        public static partial Errno TryOpen(this DemoDevice device, uint index, out DemoDevice made);
    }
}
