namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Too large for the stack, with a tail.</summary>
[KernelStruct("large_listed"), Tail("items", typeof(ulong))]
public unsafe partial struct LargeListed
{
    [ArgSize] private uint _argsz;
    private fixed byte _data[600];
    [TailCount] private uint _count;
}
