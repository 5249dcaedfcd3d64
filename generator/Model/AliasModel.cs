namespace IoctlSharp.Generator.Model;

/// <summary>A further name for a field's bytes.</summary>
/// <param name="Name">The property.</param>
/// <param name="CName">The C member.</param>
/// <param name="Since">The version of Linux that named them so; empty when the name is as old as the field.</param>
public sealed record AliasModel(string Name, string CName, string Since);
