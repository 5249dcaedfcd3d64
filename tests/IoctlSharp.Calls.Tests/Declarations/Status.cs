using System.Runtime.InteropServices;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Parts that C gives no name: 16 bytes.</summary>
[KernelStruct("status")]
public partial struct Status
{
    public uint Code;
    [Union(Anonymous = true)] public Details Detail;
    public Span Range;

    [KernelUnion, StructLayout(LayoutKind.Explicit)]
    public partial struct Details
    {
        [FieldOffset(0)] public uint Size;
        [FieldOffset(0)] public Pair Checked;
        [FieldOffset(0), Bits("InvalidFlags", 24), Bits("Retries", 8)] private uint _refused;
    }

    [KernelStruct(Anonymous = true)]
    public partial struct Pair
    {
        public ushort Seed;
        public ushort Mask;
    }

    [KernelStruct]
    public partial struct Span
    {
        public uint First;
        public uint Last;
    }
}
