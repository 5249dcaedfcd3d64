namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Grows with what the kernel has to say; capabilities stand behind it.</summary>
[KernelStruct("answer")]
public partial struct Answer
{
    [ArgSize] private uint _argsz;
    public Modes Flags;
    public uint Index;
    [CapabilityOffset(Flags = nameof(Flags), Flag = Modes.Fixed)] public uint CapOffset;
}
