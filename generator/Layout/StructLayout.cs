using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>The layout of one struct in one data model.</summary>
/// <param name="Size">sizeof, in bytes, the flexible tail not counted (but its alignment is).</param>
/// <param name="Alignment">alignof, in bytes.</param>
/// <param name="Fields">Each member in declaration order.</param>
/// <param name="Holes">
/// Every run of bytes that no member owns, nested structs and array elements included, ascending and merged.
/// A byte of a union is a hole when no arm owns it.
/// </param>
/// <param name="TailOffset">Where the flexible array starts (may lie inside the trailing padding); -1 without one.</param>
public sealed record StructLayout(
    int Size,
    int Alignment,
    EquatableArray<FieldLayout> Fields,
    EquatableArray<Hole> Holes,
    int TailOffset);
