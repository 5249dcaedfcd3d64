using System.Collections.Generic;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Tool.Model;

/// <summary>A kernel struct or union.</summary>
/// <param name="CsName">The C# type.</param>
/// <param name="Header">The header that declares it; empty when not stated.</param>
/// <param name="Definition">Its C side. The name is the tag, empty without one.</param>
/// <param name="Members">One for each of the definition's fields, in the same order.</param>
/// <param name="TailName">The C name of the flexible array; empty when there is none.</param>
internal sealed record DeclaredStructModel(string CsName, string Header, CStruct Definition, IReadOnlyList<MemberModel> Members, string TailName)
{
    /// <summary>Whether C has a name for the type.</summary>
    public bool HasTag => Definition.Name.Length > 0;

    /// <summary>The type as C writes it.</summary>
    public string CType => $"{(Definition.IsUnion ? "union" : "struct")} {Definition.Name}";
}
