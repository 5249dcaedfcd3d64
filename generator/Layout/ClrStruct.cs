using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>A blittable struct, as its metadata declares it.</summary>
/// <param name="Kind">Its layout kind.</param>
/// <param name="Pack">The <c>Pack</c> of its <c>[StructLayout]</c>; 0 when it has none.</param>
/// <param name="Size">The <c>Size</c> of its <c>[StructLayout]</c>; 0 when it has none.</param>
/// <param name="Fields">Its instance fields in declaration order.</param>
public sealed record ClrStruct(ClrLayoutKind Kind, int Pack, int Size, EquatableArray<ClrField> Fields);
