using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>What a runtime makes of a blittable struct.</summary>
/// <param name="Size">sizeof in C#, in bytes; an array of the struct has that stride.</param>
/// <param name="Alignment">What an enclosing struct aligns it to, in bytes.</param>
/// <param name="Fields">Each field in declaration order.</param>
public sealed record ClrLayout(int Size, int Alignment, EquatableArray<FieldLayout> Fields);
