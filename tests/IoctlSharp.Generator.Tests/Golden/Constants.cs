using System;
using IoctlSharp;

namespace Demo
{
    [Flags, KernelConstants("DEMO_FLAG_", Header = "linux/demo.h")]
    public enum DemoFlags : uint
    {
        Read = 1u << 0,
        Write = 1u << 1,
        ReadWrite = Read | Write,
        [CName("DEMO_PECULIAR")] Peculiar = 1u << 31,
    }

    [KernelConstants("DEMO_OP_")]
    internal enum Op : long
    {
        Zero,
        Same = 0,
        Minus = -1,
        @default = 5,
    }

    [KernelStruct("demo_flagged")]
    internal partial struct Flagged
    {
        public DemoFlags Flags;
        public uint Index;
        public Op Op;
    }
}
