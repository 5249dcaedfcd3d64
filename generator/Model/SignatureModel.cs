namespace IoctlSharp.Generator.Model;

/// <summary>The head of an implementing part, mirroring what the user wrote.</summary>
/// <param name="Name">The method.</param>
/// <param name="Modifiers">As written: <c>public static unsafe partial</c>.</param>
/// <param name="ReturnType">As C# writes it, annotation included.</param>
/// <param name="Parameters">Each with its modifiers.</param>
/// <param name="ParameterNames">Their bare names: locals avoid them.</param>
/// <param name="EmitsSummary">The user wrote no documentation.</param>
public sealed record SignatureModel(
    string Name,
    string Modifiers,
    string ReturnType,
    EquatableArray<string> Parameters,
    EquatableArray<string> ParameterNames,
    bool EmitsSummary);
