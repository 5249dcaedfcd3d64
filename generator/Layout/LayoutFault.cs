namespace IoctlSharp.Generator.Layout;

/// <summary>The first thing in a definition that C would not accept, or would lay out in another way than the definition says.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">The member, seen from the outermost struct, as in <c>op.err.mask</c>; empty for that struct itself.</param>
public sealed record LayoutFault(LayoutFaultKind Kind, string Path);
