namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Four bytes.</summary>
[KernelStruct("four")]
public partial struct Four
{
    public uint Value;
}
