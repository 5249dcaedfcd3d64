namespace IoctlSharp.Generator.Model;

/// <summary>Constant bits that the call sets.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value, a C# expression of the field's type.</param>
/// <param name="IsFlags">Added to what is there (else it replaces it).</param>
public sealed record PresetModel(FieldPathModel Field, string Value, bool IsFlags);
