using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the checks at the head of a call: what cannot be sent is refused before anything is done.</summary>
public sealed class GuardEmitter(CodeWriter writer, MethodModel method, ShapeModel? shape)
{
    private bool NeverThrows => method.Result.Form == ResultForm.Errno;

    private string TailParameter => method.Tail switch
    {
        TailModel.Elements elements => elements.Parameter,
        TailModel.Handles handles => handles.Parameter,
        _ => "",
    };

    /// <param name="tailSize">The arguments that say the size of a struct with its tail; empty without a tail of many elements.</param>
    public void Emit(string tailSize)
    {
        foreach (BindingModel.Elements elements in method.Inputs.OfType<BindingModel.Elements>().Where(elements => elements.LengthLimit < int.MaxValue))
            RefuseMoreThan(elements.LengthLimit, elements.Parameter, "the length field");
        if (TailParameter.Length > 0 && TailCountLimit() is { } limit)
            RefuseMoreThan(limit, TailParameter, "the count of the tail");
        if (method.Argument is ArgumentModel.Elements span && method.Command is { SizeType: null, Legacy: null, Macro: not IoctlMacro.IO })
        {
            string elements = span.ElementSize == 1 ? "" : $" / {span.ElementSize}";
            Refuse(
                $"{span.Parameter}.Length > {Names.IoctlNumber}.MaximumSize{elements}",
                $"new global::System.ArgumentException(\"The command's number cannot encode that length.\", nameof({span.Parameter}))");
        }

        if (!NeverThrows)
            return;
        // Elsewhere the runtime throws.
        if (method.NumberParameter.Length > 0)
            Refuse($"{method.NumberParameter} > {byte.MaxValue - method.Command.FullNr}", "");
        if (method.Argument is ArgumentModel.Text text)
            Refuse($"!{Names.CStringArgument}.IsValid({text.Parameter})", "");
        if (tailSize.Length > 0)
            Refuse($"!{Names.CallBuffer}.Fits({tailSize})", "");
    }

    private int? TailCountLimit() => shape?.Definition.Fields.FirstOrDefault(field => field.Name == shape.TailCount)?.Type switch
    {
        CType.Integer { Size: 1 } => byte.MaxValue,
        CType.Integer { Size: 2 } => ushort.MaxValue,
        _ => null,
    };

    private void RefuseMoreThan(int limit, string parameter, string what) => Refuse(
        $"{parameter}.Length > {limit}",
        $"new global::System.ArgumentException(\"At most {limit} elements fit into {what}.\", nameof({parameter}))");

    private void Refuse(string condition, string exception)
    {
        writer.Line($"if ({condition})");
        writer.Continuation(NeverThrows ? $"return {Names.Errno}.EINVAL;" : $"throw {exception};");
    }
}
