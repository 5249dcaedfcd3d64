namespace IoctlSharp.Generator.Model;

/// <summary>An <c>[IoctlGroup]</c> class with its valid methods.</summary>
/// <param name="Hierarchy">Where it stands.</param>
/// <param name="Type">The class, as C# writes it.</param>
/// <param name="Target">What emitted code may use.</param>
/// <param name="Accessibility">Of the class and so of <c>Commands</c>.</param>
/// <param name="Methods">The valid methods.</param>
/// <param name="RefusedMethods">The invalid methods, as far as an implementing part can be written.</param>
/// <param name="LostMethods">Of the others, names of methods whose calls the compiler would drop without a word: invalid, <c>void</c>, no access modifier.</param>
public sealed record GroupModel(
    HierarchyModel Hierarchy,
    string Type,
    TargetModel Target,
    string Accessibility,
    EquatableArray<MethodModel> Methods,
    EquatableArray<SignatureModel> RefusedMethods,
    EquatableArray<string> LostMethods);
