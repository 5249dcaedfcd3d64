namespace IoctlSharp.Generator.Layout;

/// <summary>Bytes that belong to no member: between two members, behind the last one, or inside a nested struct.</summary>
public sealed record Hole(int Offset, int Size);
