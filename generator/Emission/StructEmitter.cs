using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the other part of a kernel struct: the layout, what stands for arrays, bit-fields and aliases, and <c>ToString</c>.</summary>
public static class StructEmitter
{
    public static string Emit(StructModel model) => FileEmitter.Emit(model.Hierarchy, writer =>
    {
        CStruct definition = model.Shape.Definition;
        string what = CNameEmitter.Type(definition, model.Header);
        if (model.EmitsSummary)
            writer.Line($"/// <summary>{what}.{Literal.Since(model.Since)}</summary>");
        // The user's summary stands; what documents the type elsewhere stands beside it.
        if (model.EmitsRemarks)
            CNameEmitter.EmitRemarks(writer, what, CNameEmitter.Members(model));

        if (model.EmitsLayout)
        {
            string pack = StatedLayoutEngine.Pack(definition) is > 0 and int bytes ? $", Pack = {bytes}" : "";
            string size = StatedLayoutEngine.Size(definition) is > 0 and int length ? $", Size = {length}" : "";
            writer.Line($"[{Names.StructLayout}({Names.LayoutKind}.Sequential{pack}{size})]");
        }

        string[] bases = [.. model.Capabilities is null ? [] : new[] { $"{Names.Runtime}.ICapabilitySource" }, .. model.LayoutGuard is null ? [] : new[] { Names.Untranslated }];
        string interfaces = bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
        using (writer.Block(model.Hierarchy.Types[model.Hierarchy.Types.Count - 1] + interfaces))
        {
            List<System.Action> members = Members(writer, model).ToList();
            for (int i = 0; i < members.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                members[i]();
            }
        }
    });

    private static IEnumerable<System.Action> Members(CodeWriter writer, StructModel model)
    {
        foreach (FieldModel field in model.Fields)
        {
            if (field.Array is { } array && field.Text != TextForm.None)
                yield return () => ArrayEmitter.Emit(writer, field, array, model.Target);
            foreach (System.Action property in BitsEmitter.Properties(writer, field))
                yield return property;
            foreach (AliasModel alias in field.Aliases)
                yield return () => EmitAlias(writer, field, alias);
        }

        if (model.Capabilities is { } capabilities)
            yield return () => EmitCapabilities(writer, capabilities);
        if (model.LayoutGuard is { } guard)
            yield return () => writer.Line($"readonly bool {Names.Untranslated}.IsMisread => {GuardEmitter.IsMisread(guard.IsMisreadOnIlp32, guard.IsMisreadOnI386)};");
        if (model.EmitsToString)
            yield return () => EmitToString(writer, model);
    }

    private static void EmitAlias(CodeWriter writer, FieldModel field, AliasModel alias)
    {
        writer.Line($"/// <summary>The same bytes as <see cref=\"{field.Name}\"/>.{Literal.Since(alias.Since)}</summary>");
        if (alias.Since.Length > 0)
            writer.Line($"[{Names.Since}({Literal.String(alias.Since)})]");
        using (writer.Block($"{field.Accessibility} {field.Type} {alias.Name}"))
        {
            writer.Line($"readonly get => {Names.Own(field.Name)};");
            writer.Line($"set => {Names.Own(field.Name)} = value;");
        }
    }

    private static void EmitCapabilities(CodeWriter writer, CapabilityOffsetModel capabilities)
    {
        string offset = capabilities.FlagsField.Length == 0
            ? capabilities.Field
            : $"({capabilities.FlagsField} & {capabilities.Flag}) != 0 ? {capabilities.Field} : 0";
        writer.Line($"readonly uint {Names.Runtime}.ICapabilitySource.CapabilityOffset => {offset};");
    }

    private static void EmitToString(CodeWriter writer, StructModel model)
    {
        bool isUnsafe = model.Fields.Any(field => field.Array is { IsFixedBuffer: true } && field.Text == TextForm.Elements);
        writer.Line("/// <summary>The C names and values of the fields, the size as a call sends it.</summary>");
        writer.Line($"public override {(isUnsafe ? "unsafe " : "")}string ToString()");
        writer.Continuation($"=> new {Names.KernelText}({Literal.String(model.Shape.Definition.Name)})");
        foreach (string part in model.Fields.SelectMany(field => Texts(field, model.Shape.Definition)))
            writer.Continuation("    " + part);
        writer.Continuation("    .ToString();");
    }

    private static IEnumerable<string> Texts(FieldModel field, CStruct definition)
    {
        string name = Literal.String(field.CName);
        if (field.Bits.Count > 0)
        {
            foreach (BitsModel bits in field.Bits.Where(bits => bits.Name.Length > 0))
            {
                yield return bits.NamesClass.Length > 0
                    ? $".Flags({Literal.String(bits.CName)}, {bits.NamesClass}.ToCName({bits.Name}))"
                    : $".Add({Literal.String(bits.CName)}, unchecked((ulong){bits.Name}))";
            }

            yield break;
        }

        switch (field.Text)
        {
            case TextForm.Size:
                yield return $".Add({name}, {AbiEmitter.Select(model => CLayoutEngine.Compute(definition, model).Size, "ul")})";
                break;
            case TextForm.Number:
                yield return $".Add({name}, {field.Name})";
                break;
            case TextForm.Hexadecimal:
                yield return $".Hex({name}, {field.Name})";
                break;
            case TextForm.Constants:
                yield return $".Flags({name}, {field.NamesClass}.ToCName({field.Name}))";
                break;
            case TextForm.Nested:
                yield return $".Add({name}, {field.Name}.ToString())";
                break;
            case TextForm.Elements:
                yield return $".Elements({name}, ref {ArrayEmitter.First(field, field.Array!)}, {field.Array!.Length})";
                break;
        }
    }
}
