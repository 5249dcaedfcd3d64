namespace IoctlSharp.Calls.Tests.Declarations;

[KernelStruct("extent")]
public partial struct Extent
{
    public ulong Start;
    public uint Length;
    public Modes Flags;
}
