namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>An answer in its own tail.</summary>
[KernelStruct("counted_answer"), Tail("items", typeof(uint))]
public partial struct CountedAnswer
{
    [ArgSize] private uint _argsz;
    public uint Index;
    public uint Count;
}
