namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Its count has a byte.</summary>
[KernelStruct("small_count"), Tail("items", typeof(byte))]
public partial struct SmallCount
{
    public byte Kind;
    [TailCount] private byte _count;
}
