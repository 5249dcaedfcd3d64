namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>What stands behind a head: 48 bytes with holes at 1, 36 and 42, and a tail of its own that begins in the last one, at 44.</summary>
[KernelStruct("behind"), Tail("items", typeof(uint))]
public partial struct Behind
{
    public byte Kind;
    public int Fd;
    public ulong PageSize;
    public Spot Spot;
    [TailCount] private ushort _count;
}
