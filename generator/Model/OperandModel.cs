namespace IoctlSharp.Generator.Model;

/// <summary>An integer that a call knows before it is made.</summary>
/// <param name="Parameter">The parameter, escaped; empty when it is a field.</param>
/// <param name="Field">The field, once the structs are filled; null when it is a parameter.</param>
public sealed record OperandModel(string Parameter, FieldPathModel? Field);
