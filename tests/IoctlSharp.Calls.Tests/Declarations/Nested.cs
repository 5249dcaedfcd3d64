namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Holes inside a nested struct, inside an array of structs, between the two and behind the last field: 88 bytes.</summary>
[KernelStruct("nested")]
public partial struct Nested
{
    public byte Kind;
    public Holes Inner;
    public HolesPair Pair;
    public ushort End;
}
