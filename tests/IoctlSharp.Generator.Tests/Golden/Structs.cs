using System.Runtime.InteropServices;
using IoctlSharp;

namespace Demo
{
    [KernelStruct("demo_inner")]
    public partial struct Inner
    {
        public byte Kind;
        public ulong Value;
    }

    /// <summary>Documented by its user.</summary>
    [KernelStruct("demo_outer", Header = "linux/demo.h")]
    public partial struct Outer
    {
        [ArgSize] private uint _argsz;
        public byte First;
        public Inner Inner;
        [Reserved] private uint _reserved;
        [CName("u64_last")] public ulong Last;
        [Alias("Pattern"), Alias("Later", Since = "6.12")] public long Number;
    }

    [KernelStruct("demo_packed", Packed = true), Since("6.8"), Since("7.2", Size = 12)]
    internal partial struct Packed
    {
        public byte First;
        public ulong Second;
    }

    [KernelStruct("demo_tailed"), Tail("items", typeof(ulong))]
    public partial struct Tailed
    {
        [TailCount] private uint _count;
    }

    [KernelStruct("demo_stated"), StructLayout(LayoutKind.Sequential, Pack = 8)]
    public partial struct Stated
    {
        public ulong First;
        public uint Second;

        public override string ToString() => "stated";
    }

    [KernelUnion("demo_choice"), StructLayout(LayoutKind.Explicit)]
    public partial struct Choice
    {
        [FieldOffset(0)] public ulong Number;
        [FieldOffset(0)] public byte Letter;
        [FieldOffset(0)] public Pair Pair;
        [FieldOffset(0), Bits("Level", 24), Bits("", 8)] private uint _word;
    }

    [KernelStruct(Header = "linux/demo.h", Anonymous = true)]
    public partial struct Pair
    {
        public ushort Low;
        public ushort High;
    }

    [KernelStruct("demo_chosen")]
    public partial struct Chosen
    {
        public uint Op;
        [Union(Anonymous = true, Discriminator = nameof(Op))] public Choice Choice;
    }
}
