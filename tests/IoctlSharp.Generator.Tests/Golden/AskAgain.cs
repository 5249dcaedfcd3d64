using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_info")]
    public partial struct DemoInfo
    {
        [ArgSize] private uint _argsz;
        public uint Flags;
        public uint Index;
        [CapabilityOffset(Flags = nameof(Flags), Flag = 1u << 3)] public uint CapOffset;
    }

    [KernelStruct("demo_list"), Tail("items", typeof(ulong))]
    public partial struct DemoList
    {
        public uint Index;
        public uint Count;
    }

    [KernelStruct("demo_array")]
    public partial struct DemoArray
    {
        [ArgSize] private uint _size;
        public uint Count;
        public nuint Data;
        public uint Index;
    }

    [IoctlGroup('q')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_INFO"), AskAgain]
        public static partial KernelBuffer<DemoInfo> GetInfo(int fd, [Field(nameof(DemoInfo.Index))] uint index);

        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_INFO", Retry = true), AskAgain]
        public static partial KernelBuffer<DemoInfo> GetInfoRetried(int fd);

        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_INFO", Retry = true), AskAgain]
        public static partial Errno TryGetInfo(int fd, out KernelBuffer<DemoInfo> info);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_LIST"), AskAgain(Errno.ENOSPC, Count = nameof(DemoList.Count))]
        public static partial KernelBuffer<DemoList> GetList(int fd);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_ARRAY"), AskAgain(Errno.EMSGSIZE, Count = nameof(DemoArray.Count), Array = nameof(DemoArray.Data), Element = typeof(uint))]
        public static partial KernelBuffer<DemoArray> GetArray(int fd);

        [Ioctl(IoctlMacro.IO, 4, Name = "DEMO_TRUNCATED"), AskAgain(Count = nameof(DemoArray.Count), Array = nameof(DemoArray.Data))]
        public static partial KernelBuffer<DemoArray> GetTruncated(int fd);
    }
}
