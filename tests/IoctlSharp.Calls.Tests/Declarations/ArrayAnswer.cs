namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>An answer behind a pointer.</summary>
[KernelStruct("array_answer")]
public partial struct ArrayAnswer
{
    [ArgSize] private uint _argsz;
    public uint Count;
    public uint Index;
    public UserPointer Items;
}
