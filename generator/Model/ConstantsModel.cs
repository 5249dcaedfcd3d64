namespace IoctlSharp.Generator.Model;

/// <summary>A <c>[KernelConstants]</c> enum.</summary>
/// <param name="Hierarchy">Where it stands; the last type is the enum's own name.</param>
/// <param name="Type">The enum, as C# writes it.</param>
/// <param name="NamesClass">The class that holds the names.</param>
/// <param name="Accessibility">The narrowest of the enum and what contains it.</param>
/// <param name="IsFlags">A set of bits.</param>
/// <param name="Header">The header that defines them; empty when not stated.</param>
/// <param name="Members">Its members.</param>
public sealed record ConstantsModel(
    HierarchyModel Hierarchy,
    string Type,
    string NamesClass,
    string Accessibility,
    bool IsFlags,
    string Header,
    EquatableArray<ConstantModel> Members);
