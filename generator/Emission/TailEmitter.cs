using System;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes what stands behind the argument: a struct, elements, or a struct and elements behind that. All of it lies in one buffer.</summary>
public sealed class TailEmitter(CodeWriter writer, MethodModel method, ShapeModel argument, LocalNames names)
{
    private string _buffer = "";

    /// <summary>The struct that elements stand behind.</summary>
    public ShapeModel Owner => method.TailStruct?.Shape ?? argument;

    /// <summary>The local that is the struct behind the argument; empty when there is none.</summary>
    public string Name { get; private set; } = "";

    /// <summary>An expression for the number of elements.</summary>
    public string Count => method.Tail switch
    {
        TailModel.Elements elements => elements.Parameter + ".Length",
        TailModel.Handles handles => handles.Parameter + ".Length",
        _ => "1",
    };

    /// <summary>An expression for the size of the argument with all that stands behind it.</summary>
    public string Size => method.Tail is null ? HeadSize : $"{Names.CallBuffer}.Size({SizeArguments})";

    /// <summary>The arguments that say that size.</summary>
    public string SizeArguments => $"{HeadSize}, {ElementsOffset}, {Count}, {ElementSize}";

    /// <summary>Where the struct behind the argument begins.</summary>
    public string StructOffset => AbiEmitter.TailOffset(argument.Definition);

    private string HeadSize => AbiEmitter.Select(model => method.TailStruct is { } tail
        ? Math.Max(Layout(argument, model).Size, Layout(argument, model).TailOffset + Layout(tail.Shape, model).Size)
        : Layout(argument, model).Size);

    private string ElementsOffset => AbiEmitter.Select(model => Layout(argument, model).TailOffset + (method.TailStruct is { } tail ? Layout(tail.Shape, model).TailOffset : 0));

    private string ElementSize => method.Tail switch
    {
        TailModel.Elements elements => AbiEmitter.Size(elements.Element),
        TailModel.Single single => AbiEmitter.Size(single.CType),
        _ => "4",
    };

    /// <summary>The struct behind the argument, as the caller gives it.</summary>
    public void EmitStruct(string buffer)
    {
        _buffer = buffer;
        if (method.TailStruct is not { } tail)
            return;
        Name = names.Take("tail");
        writer.Line($"ref {tail.Shape.Type} {Name} = ref {buffer}.At<{tail.Shape.Type}>({StructOffset});");
        if (tail is { Parameter.Length: > 0, Form: not PassingForm.Out })
            writer.Line($"{Name} = {tail.Parameter};");
    }

    /// <summary>What stands behind the last struct.</summary>
    /// <param name="neverThrows">A closed handle is an error, not an exception.</param>
    public void EmitElements(bool neverThrows)
    {
        switch (method.Tail)
        {
            case TailModel.Elements elements:
                writer.Line($"{elements.Parameter}.CopyTo({Span(elements.ElementType)});");
                break;
            case TailModel.Single single:
                if (single.Form != PassingForm.Out)
                    writer.Line($"{Element(single)} = {single.Parameter};");
                foreach (string clear in AbiEmitter.ClearHoles(single.CType, Element(single)))
                    writer.Line(clear);
                break;
            case TailModel.Handles handles:
                EmitHandles(handles, neverThrows);
                break;
        }
    }

    public void EmitCopyBack()
    {
        if (method.TailStruct is { Parameter.Length: > 0, Form: not PassingForm.In } tail)
            writer.Line($"{tail.Parameter} = {Name};");
        switch (method.Tail)
        {
            case TailModel.Elements { IsWritable: true } elements:
                writer.Line($"{Span(elements.ElementType)}.CopyTo({elements.Parameter});");
                break;
            case TailModel.Single { Form: not PassingForm.In } single:
                writer.Line($"{single.Parameter} = {Element(single)};");
                break;
        }
    }

    private void EmitHandles(TailModel.Handles handles, bool neverThrows)
    {
        string local = names.Take("handles");
        string type = $"{Names.HandleTail}<{handles.HandleType}>";
        writer.Line(neverThrows
            ? $"using {type} {local} = {type}.Try({handles.Parameter}, {Span("int")});"
            : $"using {type} {local} = new {type}({handles.Parameter}, {Span("int")}, nameof({handles.Parameter}));");
        if (!neverThrows)
            return;
        writer.Line($"if ({local}.IsClosed)");
        writer.Continuation($"return {Names.Errno}.EBADF;");
    }

    private string Span(string elementType) => $"{_buffer}.Tail<{elementType}>({ElementsOffset}).Slice(0, {Count})";

    private string Element(TailModel.Single single) => $"{_buffer}.At<{single.Type}>({ElementsOffset})";

    private static StructLayout Layout(ShapeModel shape, DataModel model) => CLayoutEngine.Compute(shape.Definition, model);
}
