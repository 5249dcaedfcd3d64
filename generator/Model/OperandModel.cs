namespace IoctlSharp.Generator.Model;

/// <summary>An integer that a call knows before it is made.</summary>
/// <param name="Name">The parameter or the field, escaped.</param>
/// <param name="IsField">A field of the struct, once it is filled (else a parameter).</param>
public sealed record OperandModel(string Name, bool IsField);
