namespace IoctlSharp.Generator.Model;

/// <summary>An <c>[IoctlGroup]</c> class with its valid methods.</summary>
/// <param name="Hierarchy">Where it stands.</param>
/// <param name="Target">What emitted code may use.</param>
/// <param name="Accessibility">Of the class and so of <c>Commands</c>.</param>
/// <param name="Methods">The valid methods.</param>
/// <param name="LostMethods">Names of methods whose calls the compiler would drop without a word: invalid, <c>void</c>, no access modifier.</param>
public sealed record GroupModel(
    HierarchyModel Hierarchy,
    TargetModel Target,
    string Accessibility,
    EquatableArray<MethodModel> Methods,
    EquatableArray<string> LostMethods);
