namespace IoctlSharp.Generator.Layout;

/// <summary>Where one member stands.</summary>
public sealed record FieldLayout(string Name, int Offset, int Size);
