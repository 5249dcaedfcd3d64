namespace IoctlSharp.Generator.Layout;

/// <summary>One instance field of a blittable struct.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Offset">Its <c>[FieldOffset]</c>; read in explicit layout only, and needed there.</param>
public sealed record ClrField(string Name, ClrType Type, int? Offset = null);
