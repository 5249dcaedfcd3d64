namespace IoctlSharp.Generator.Layout;

/// <summary>One fact of difference between a C# struct and its C declaration.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Model">The data model in which it does.</param>
/// <param name="Runtime">The runtime under which it does.</param>
/// <param name="Field">The C# field; empty where the struct as a whole differs.</param>
/// <param name="C">What C has, in bytes (a count for <see cref="LayoutDifferenceKind.FieldCount"/>).</param>
/// <param name="Clr">What the runtime makes; -1 for <see cref="LayoutDifferenceKind.DoesNotLoad"/>.</param>
public sealed record LayoutDifference(LayoutDifferenceKind Kind, DataModel Model, ClrRuntime Runtime, string Field, int C, int Clr);
