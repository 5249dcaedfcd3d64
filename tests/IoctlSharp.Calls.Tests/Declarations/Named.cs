namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Text and arrays: 52 bytes.</summary>
[KernelStruct("named")]
public unsafe partial struct Named
{
    [CString] private fixed byte _name[16];
    private fixed ushort _table[4];
    public Quad Quad;
    [Reserved] private fixed byte _reserved[4];
    public Operation Op;
    [CName("u64_value")] public ulong Value;
}
