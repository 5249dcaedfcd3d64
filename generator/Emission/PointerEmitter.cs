using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes what parameters whose address goes to a field need: a copy of a struct, its length, the address itself, and the way back.</summary>
/// <param name="writer">Takes it.</param>
/// <param name="method">The method.</param>
/// <param name="names">Names for locals.</param>
/// <param name="place">The expression that is a field.</param>
public sealed class PointerEmitter(CodeWriter writer, MethodModel method, LocalNames names, Func<FieldPathModel, string> place)
{
    // Larger copies live in pooled memory.
    private const int StackLimit = 512;

    private readonly Dictionary<string, string> _copies = [];

    private IEnumerable<BindingModel.Pointee> Pointees => method.Inputs.OfType<BindingModel.Pointee>();

    /// <summary>The kernel sees copies of structs: their padding is zero.</summary>
    public void EmitCopies()
    {
        foreach (BindingModel.Pointee pointee in Pointees)
        {
            string copy = _copies[pointee.Parameter] = names.Take("copy");
            string size = AbiEmitter.Size(pointee.CType);
            string stack = CLayoutEngine.SizeOf(pointee.CType, DataModel.Lp64) > StackLimit ? "default" : $"stackalloc byte[{size}]";
            writer.Line($"using {Names.CallBuffer} {copy} = new {Names.CallBuffer}({stack}, {size});");
            if (pointee.Form == PassingForm.Out)
                continue;
            writer.Line($"{Copy(pointee)} = {pointee.Parameter};");
            foreach (string clear in AbiEmitter.ClearHoles(pointee.CType, Copy(pointee)))
                writer.Line(clear);
        }
    }

    public void EmitLengths(BindingModel input, bool isTail)
    {
        foreach (LengthModel length in Lengths(input).Where(length => length.Field.IsInTail == isTail))
        {
            string value = input is BindingModel.Elements elements ? Length(elements, length.Form) : Length((BindingModel.Pointee)input, length.Form);
            writer.Line($"{place(length.Field)} = {(length.Type == "int" ? "" : $"({length.Type})")}{value};");
        }
    }

    /// <summary>The pointer fields of the call, each with its bytes.</summary>
    public string Arguments => string.Concat(method.Inputs.Select(input => input switch
    {
        BindingModel.Elements elements => $", ref {place(elements.Field)}, {Names.MemoryMarshal}.AsBytes({elements.Parameter})",
        BindingModel.Pointee pointee => $", ref {place(pointee.Field)}, {_copies[pointee.Parameter]}.Bytes",
        _ => "",
    }));

    public void EmitCopyBack()
    {
        foreach (BindingModel.Pointee pointee in Pointees.Where(pointee => pointee.Form != PassingForm.In))
            writer.Line($"{pointee.Parameter} = {Copy(pointee)};");
    }

    private string Copy(BindingModel.Pointee pointee) => $"{_copies[pointee.Parameter]}.As<{pointee.Type}>()";

    private static IEnumerable<LengthModel> Lengths(BindingModel input) => input switch
    {
        BindingModel.Elements elements => elements.Lengths,
        BindingModel.Pointee pointee => pointee.Lengths,
        _ => [],
    };

    private static string Length(BindingModel.Elements elements, LengthForm form)
    {
        string size = AbiEmitter.Size(elements.Element);
        string count = $"{elements.Parameter}.Length";
        return form switch
        {
            LengthForm.BytesOfOne => size,
            LengthForm.Bytes when size != "1" => $"({count} * {size})",
            _ => count,
        };
    }

    private static string Length(BindingModel.Pointee pointee, LengthForm form) => form == LengthForm.Elements ? "1" : AbiEmitter.Size(pointee.CType);
}
