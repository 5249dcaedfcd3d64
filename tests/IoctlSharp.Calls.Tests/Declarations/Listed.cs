namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A size, a count and a tail of that many.</summary>
[KernelStruct("listed"), Tail("items", typeof(int))]
public partial struct Listed
{
    [ArgSize] private uint _argsz;
    public Modes Flags;
    [TailCount] private uint _count;
}
