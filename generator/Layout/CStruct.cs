using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>A C struct or union, as its header declares it.</summary>
/// <param name="Name">The C tag.</param>
/// <param name="IsUnion">All members stand at offset 0.</param>
/// <param name="Packed">Declared <c>__attribute__((packed))</c>: no hole, alignment 1 (members with their own <c>Aligned</c> keep it).</param>
/// <param name="Aligned">The <c>__aligned__</c> of the whole struct; 0 when it has none.</param>
/// <param name="Fields">Its members in declaration order.</param>
/// <param name="Tail">The element type of its flexible array member; null when it has none.</param>
public sealed record CStruct(
    string Name,
    bool IsUnion,
    bool Packed,
    int Aligned,
    EquatableArray<CField> Fields,
    CType? Tail);
