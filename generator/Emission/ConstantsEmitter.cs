using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the class that knows the C names of an enum.</summary>
public static class ConstantsEmitter
{
    public static string Emit(ConstantsModel model)
    {
        HierarchyModel beside = model.Hierarchy with { Types = new EquatableArray<string>([""]) };
        return FileEmitter.Emit(beside, writer =>
        {
            string header = model.Header.Length > 0 ? $" ({Literal.Xml(model.Header)})" : "";
            writer.Line($"/// <summary>The C names of <see cref=\"{model.Type}\"/>{header}.</summary>");
            // An enum has no other part that could say it.
            if (model.Members.Count > 0)
                CNameEmitter.EmitRemarks(writer, "In C", model.Members.Select(member => (member.CName, $"{model.Type}.{member.Name}")));
            using (writer.Block($"{model.Accessibility} static class {model.NamesClass}"))
            {
                writer.Line(model.IsFlags
                    ? "/// <summary>The C names of the bits that are set, joined by <c>|</c>; what has no name in hexadecimal.</summary>"
                    : "/// <summary>The C name; the number when it has none.</summary>");
                using (writer.Block($"public static string ToCName(this {model.Type} value)"))
                {
                    if (model.IsFlags)
                        EmitFlags(writer, model);
                    else
                        EmitChoice(writer, model);
                }
            }
        });
    }

    private static void EmitFlags(CodeWriter writer, ConstantsModel model)
    {
        writer.Line($"return new {Names.Interop}.FlagText(unchecked((ulong)value))");
        foreach (ConstantModel member in model.Members.Where(member => member.Value != 0))
            writer.Continuation($".Name(0x{member.Value:x}ul, {Literal.String(member.CName)})");
        string zero = model.Members.FirstOrDefault(member => member.Value == 0)?.CName ?? "0";
        writer.Continuation($".ToString({Literal.String(zero)});");
    }

    private static void EmitChoice(CodeWriter writer, ConstantsModel model)
    {
        using (writer.Block("switch (value)"))
        {
            foreach (ConstantModel member in model.Members)
            {
                writer.Line($"case {model.Type}.{member.Name}:");
                writer.Continuation($"return {Literal.String(member.CName)};");
            }

            writer.Line("default:");
            writer.Continuation($"return value.ToString(\"D\");");
        }
    }
}
