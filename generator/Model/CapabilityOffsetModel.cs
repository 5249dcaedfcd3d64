namespace IoctlSharp.Generator.Model;

/// <summary>The <c>[CapabilityOffset]</c> of a struct.</summary>
/// <param name="Field">The field with the offset.</param>
/// <param name="FlagsField">The flags field that guards it; empty when none does.</param>
/// <param name="Flag">The bit that must be set, a C# expression.</param>
public sealed record CapabilityOffsetModel(string Field, string FlagsField, string Flag);
