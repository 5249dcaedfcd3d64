namespace IoctlSharp.Generator.Model;

/// <summary>Where a declaration stands: enough to open its other part again.</summary>
/// <param name="Namespace">The namespace, dotted and escaped; empty for the global one.</param>
/// <param name="Types">The containing types from the outside in, then the type itself, as in <c>static partial class VfioIoctls</c>.</param>
/// <param name="HintName">A file name that no other declaration of the compilation has.</param>
public sealed record HierarchyModel(string Namespace, EquatableArray<string> Types, string HintName);
