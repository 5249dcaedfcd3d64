using System;
using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_entry")]
    public partial struct DemoEntry
    {
        public ulong Address;
        public uint Flags;
    }

    [KernelStruct("demo_block")]
    public unsafe partial struct DemoBlock
    {
        private fixed ulong _data[128];
    }

    [KernelStruct("demo_batch")]
    public partial struct DemoBatch
    {
        [ArgSize] private uint _argsz;
        public ushort DataLen;
        public byte EntryLen;
        public byte EntryNum;
        public UserPointer DataUptr;
        public ulong BlockUptr;
        public uint BlockLen;
        [Reserved] private uint _reserved;
    }

    [IoctlGroup('d')]
    public static partial class DemoIoctls
    {
        [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_BATCH", Argument = typeof(DemoBatch))]
        public static partial void Batch(
            int fd,
            [Field(nameof(DemoBatch.DataUptr), Length = nameof(DemoBatch.EntryNum), ElementSize = nameof(DemoBatch.EntryLen), ByteLength = nameof(DemoBatch.DataLen))] ReadOnlySpan<uint> entries);

        [Ioctl(IoctlMacro.IO, 2, Name = "DEMO_ONE")]
        public static partial Errno TryOne(
            int fd,
            in DemoBatch batch,
            [Field(nameof(DemoBatch.DataUptr), ByteLength = nameof(DemoBatch.DataLen), Length = nameof(DemoBatch.EntryNum))] in DemoEntry entry,
            [Field(nameof(DemoBatch.BlockUptr), ByteLength = nameof(DemoBatch.BlockLen))] out DemoBlock block);

        [Ioctl(IoctlMacro.IO, 3, Name = "DEMO_UPDATE", Argument = typeof(DemoBatch))]
        public static partial void Update(int fd, [Field(nameof(DemoBatch.DataUptr))] ref nint word);
    }
}
