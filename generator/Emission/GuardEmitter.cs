using System;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the checks at the head of a call: what cannot be sent is refused before anything is done.</summary>
/// <param name="writer">Takes them.</param>
/// <param name="method">The method.</param>
/// <param name="owner">The struct that the tail stands behind; null without a tail.</param>
public sealed class GuardEmitter(CodeWriter writer, MethodModel method, ShapeModel? owner)
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
        EmitLayoutGuards();
        foreach (BindingModel.Elements elements in method.Inputs.OfType<BindingModel.Elements>())
            RefuseTooLong(elements);
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

    // Elements can be of another size elsewhere: what fits on every machine is taken by each.
    private void RefuseTooLong(BindingModel.Elements elements)
    {
        int size = Math.Max(1, CLayoutEngine.SizeOf(elements.Element, DataModel.Lp64));
        int memory = int.MaxValue / size;
        int field = elements.Lengths.Where(length => length.Form != LengthForm.BytesOfOne).Select(length => length.Form == LengthForm.Bytes ? length.Limit / size : length.Limit).DefaultIfEmpty(int.MaxValue).Min();
        if (Math.Min(memory, field) < int.MaxValue)
            RefuseMoreThan(Math.Min(memory, field), elements.Parameter, field < memory ? "the length field" : "2 GiB");
    }

    /// <summary>The condition that this process has a layout of its own for a struct that its kernel does not translate.</summary>
    public static string IsMisread(bool onIlp32, bool onI386) => $"{Names.LayoutGuard}.IsMisread(ilp32: {Literal.Bool(onIlp32)}, i386: {Literal.Bool(onI386)})";

    // One check for all structs of a kind: the error names the first.
    private void EmitLayoutGuards()
    {
        if (method.LayoutGuards.FirstOrDefault(guard => guard.DiffersFromC) is { } differing)
            RefuseLayout($"{Names.LayoutGuard}.IsI386", "DiffersFromC", differing.CName);
        if (method.LayoutGuards.FirstOrDefault(guard => guard.IsMisread) is { } misread)
            RefuseLayout(IsMisread(method.LayoutGuards.Any(guard => guard.IsMisreadOnIlp32), method.LayoutGuards.Any(guard => guard.IsMisreadOnI386)), "Misread", misread.CName);
    }

    private void RefuseLayout(string condition, string error, string name)
    {
        writer.Line($"if ({condition})");
        writer.Continuation(NeverThrows ? $"return {Names.Errno}.EOPNOTSUPP;" : $"throw {Names.LayoutGuard}.{error}({Literal.String(name)});");
    }

    private int? TailCountLimit() => owner?.Definition.Fields.FirstOrDefault(field => field.Name == owner.TailCount)?.Type switch
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
