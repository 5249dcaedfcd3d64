using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the C names of a type and its members into the documentation, so that a search for one of them finds the C# member.</summary>
public static class CNameEmitter
{
    /// <summary>A struct or union as C writes it, and its header.</summary>
    public static string Type(CStruct definition, string header)
    {
        string kind = definition.IsUnion ? "union" : "struct";
        string what = definition.Name.Length > 0 ? $"<c>{kind} {Literal.Xml(definition.Name)}</c>" : $"A <c>{kind}</c> without a tag";
        return header.Length > 0 ? $"{what} ({Literal.Xml(header)})" : what;
    }

    /// <summary>The C members, each with the C# member that stands for it; empty where none does.</summary>
    public static IEnumerable<(string CName, string Member)> Members(StructModel model) => model.Fields.SelectMany(Members);

    public static void EmitRemarks(CodeWriter writer, string what, IEnumerable<(string CName, string Member)> members)
    {
        writer.Line("/// <remarks>");
        writer.Line($"/// {what}:");
        List<string> texts = members.Select(member => $"<c>{Literal.Xml(member.CName)}</c>{(member.Member.Length > 0 ? $" is <see cref=\"{member.Member}\"/>" : "")}").ToList();
        for (int i = 0; i < texts.Count; i++)
            writer.Line($"/// {texts[i]}{(i == texts.Count - 1 ? "." : ",")}");
        writer.Line("/// </remarks>");
    }

    private static IEnumerable<(string CName, string Member)> Members(FieldModel field)
    {
        if (field.Bits.Count > 0)
            return field.Bits.Where(bits => bits.Name.Length > 0).Select(bits => (bits.CName, bits.Name));
        string member = field.Text is TextForm.None or TextForm.Size ? ""
            : field.Array is not { } array ? field.Name
            : array.IsText ? field.PropertyName
            : "Get" + field.PropertyName.TrimStart('@');
        return [(field.CName, member), .. field.Aliases.Select(alias => (alias.CName, alias.Name))];
    }
}
