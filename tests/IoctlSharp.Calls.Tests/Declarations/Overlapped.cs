namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Its tail begins in its own padding, at 12 of 16.</summary>
[KernelStruct("overlapped"), Tail("items", typeof(uint))]
public partial struct Overlapped
{
    public ulong Start;
    [TailCount] private uint _count;
}
