namespace IoctlSharp.Generator.Model;

/// <summary>One field of a kernel struct, as the emitted part of the struct needs it.</summary>
/// <param name="Name">The C# field, escaped.</param>
/// <param name="PropertyName">The name that a property for it takes: the field's without underscore, in PascalCase.</param>
/// <param name="CName">The C member.</param>
/// <param name="Type">The type, as C# writes it.</param>
/// <param name="Accessibility">Of the properties that stand for it.</param>
/// <param name="Text">How it prints.</param>
/// <param name="Array">Set for an array.</param>
/// <param name="Bits">The bit-fields of a storage word.</param>
/// <param name="Aliases">Further names for the same bytes.</param>
/// <param name="NamesClass">The class that knows the C names of its enum; empty for anything else.</param>
/// <param name="StorageBits">The width of an integer in bits; 0 for anything else.</param>
public sealed record FieldModel(
    string Name,
    string PropertyName,
    string CName,
    string Type,
    string Accessibility,
    TextForm Text,
    ArrayModel? Array,
    EquatableArray<BitsModel> Bits,
    EquatableArray<AliasModel> Aliases,
    string NamesClass,
    int StorageBits);
