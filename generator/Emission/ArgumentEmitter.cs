using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes what a call does before and after the ioctl itself: descriptors kept open, the argument filled and padded, results copied back.</summary>
public sealed class ArgumentEmitter
{
    // Larger copies live in pooled memory.
    private const int StackLimit = 512;

    private readonly CodeWriter _writer;
    private readonly MethodModel _method;
    private readonly LocalNames _names;
    private readonly TailEmitter? _tail;
    private readonly Dictionary<string, string> _leases = [];
    private readonly PointerEmitter _pointers;
    private readonly SpanRuleEmitter _spanRules;
    private string _fd = "";
    private string _bytes = "";

    public ArgumentEmitter(CodeWriter writer, MethodModel method, LocalNames names)
    {
        _writer = writer;
        _method = method;
        _names = names;
        _pointers = new PointerEmitter(writer, method, names, Field);
        _spanRules = new SpanRuleEmitter(writer, method, Field);
        Buffer = method.Result.BufferParameter;
        if (Shape is { } shape && (method.Tail is not null || method.TailStruct is not null))
            _tail = new TailEmitter(writer, method, shape, names);
    }

    /// <summary>The expression that is the argument.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The local that is the struct behind the argument; empty when there is none.</summary>
    public string TailName => _tail?.Name ?? "";

    /// <summary>What an ask-again call returned.</summary>
    public string Buffer { get; private set; }

    private bool NeverThrows => _method.Result.Form == ResultForm.Errno;

    private ShapeModel? Shape => _method.Argument switch
    {
        ArgumentModel.Reference reference => reference.Shape,
        ArgumentModel.Local local => local.Shape,
        _ => null,
    };

    // A tail must stand behind the struct, and a large copy must not stand on the stack.
    private bool NeedsBuffer
        => _tail is not null
            || (_method.Argument is ArgumentModel.Reference { Form: PassingForm.In, Shape: { } shape } && CLayoutEngine.Compute(shape.Definition, DataModel.Lp64).Size > StackLimit);

    /// <summary>What cannot be sent is refused before anything is done.</summary>
    public void EmitGuards()
    {
        _spanRules.EmitAhead();
        new GuardEmitter(_writer, _method, _tail?.Owner).Emit(_tail is not null && _method.Tail is TailModel.Elements or TailModel.Handles ? _tail.SizeArguments : "");
    }

    /// <summary>Keeps every handle open until the call is over.</summary>
    public void EmitLeases()
    {
        DescriptorModel descriptor = _method.Descriptor;
        _fd = descriptor.IsHandle ? Lease(descriptor.Parameter, "fd", isOptional: false) : descriptor.Parameter;
        if (_method.Argument is ArgumentModel.Handle handle)
            Lease(handle.Parameter, "argumentFd", isOptional: false);
        foreach (BindingModel.Handle input in _method.Inputs.OfType<BindingModel.Handle>())
            Lease(input.Parameter, "fieldFd", input.IsOptional);
    }

    public void EmitArgument()
    {
        if (NeedsBuffer)
            EmitBuffer();
        else
            EmitLocal();
        _pointers.EmitCopies();
        if (Name.Length > 0 && Shape is { } shape)
            EmitFields(shape, Name, isTail: false);
        _tail?.EmitStruct(BufferName);
        if (_method.TailStruct is { } tail)
            EmitFields(tail.Shape, TailName, isTail: true);
        _spanRules.EmitBehindFields();
        _tail?.EmitElements(NeverThrows);
        if (_method.AskAgain is not null && Buffer.Length == 0)
            Buffer = _names.Take("buffer");
        if (DeclaresBufferAhead)
            _writer.Line($"{_method.Result.Type} {Buffer};");
    }

    // What a loop declares is gone behind it.
    private bool DeclaresBufferAhead => _method is { AskAgain: not null, Retry: true, Result.BufferParameter.Length: 0 };

    /// <summary>The call itself.</summary>
    public string Call()
    {
        string number = CommandEmitter.Number(_method.Command, _method.NumberParameter, RunTimeSize);
        if (_method.AskAgain is { } askAgain)
            return AskAgain(askAgain, number);
        return _method.Argument switch
        {
            ArgumentModel.None => $"{Names.IoctlCall}.Invoke({_fd}, {number})",
            ArgumentModel.Value value => $"{Names.IoctlCall}.InvokeValue({_fd}, {number}, {string.Format(value.Conversion, value.Parameter)})",
            ArgumentModel.Handle { ByPointer: false } handle => $"{Names.IoctlCall}.InvokeValue({_fd}, {number}, unchecked((nuint)(nint){_leases[handle.Parameter]}))",
            ArgumentModel.Elements elements => $"{Names.IoctlCall}.Invoke({_fd}, {number}, {elements.Parameter})",
            _ => $"{Names.IoctlCall}.Invoke({_fd}, {number}, {(_bytes.Length > 0 ? _bytes : "ref " + Name)}{_pointers.Arguments})",
        };
    }

    public void EmitCopyBack()
    {
        _pointers.EmitCopyBack();
        if (NeedsBuffer && _method.Argument is ArgumentModel.Reference { Form: not PassingForm.In } argument)
            _writer.Line($"{argument.Parameter} = {Name};");
        _tail?.EmitCopyBack();
    }

    /// <summary>A field of one of the structs.</summary>
    public string Field(FieldPathModel field) => $"{(field.IsInTail ? TailName : Name)}.{field.Path}";

    private string RunTimeSize => _method.Argument is ArgumentModel.Elements elements
        ? elements.ElementSize == 1 ? $"{elements.Parameter}.Length" : $"{elements.Parameter}.Length * {elements.ElementSize}"
        : "0";

    private string Lease(string parameter, string wanted, bool isOptional)
    {
        string lease = _names.Take(wanted);
        string borrow = (isOptional, NeverThrows) switch
        {
            (_, true) => $"{Names.BorrowedFd}.Try({parameter})",
            (true, false) => $"{Names.BorrowedFd}.OrNone({parameter})",
            _ => $"new {Names.BorrowedFd}({parameter}, nameof({parameter}))",
        };
        _writer.Line($"using {Names.BorrowedFd} {lease} = {borrow};");
        // The kernel itself says EBADF to -1 in place of the first fd; in place of an argument -1 has a meaning of its own.
        if (NeverThrows && parameter != _method.Descriptor.Parameter)
        {
            _writer.Line(isOptional ? $"if ({lease}.IsClosed)" : $"if ({lease}.Value < 0)");
            _writer.Continuation($"return {Names.Errno}.EBADF;");
        }

        _leases[parameter] = lease + ".Value";
        return lease + ".Value";
    }

    private void EmitLocal()
    {
        switch (_method.Argument)
        {
            case ArgumentModel.Reference { Form: PassingForm.In } reference:
                Name = _names.Take("argument");
                _writer.Line($"{reference.Type} {Name} = {reference.Parameter};");
                break;
            case ArgumentModel.Reference reference:
                Name = reference.Parameter;
                break;
            case ArgumentModel.Local local:
                Name = _names.Take("argument");
                _writer.Line($"{local.Shape.Type} {Name} = default;");
                break;
            case ArgumentModel.Handle { ByPointer: true } handle:
                Name = _names.Take("argument");
                _writer.Line($"int {Name} = {_leases[handle.Parameter]};");
                break;
            case ArgumentModel.Text text:
                string bytes = _names.Take("text");
                _writer.Line($"using {Names.CStringArgument} {bytes} = new {Names.CStringArgument}(stackalloc byte[{Names.CallBuffer}.StackSize], {text.Parameter}, nameof({text.Parameter}));");
                _bytes = bytes + ".Bytes";
                break;
        }
    }

    private void EmitBuffer()
    {
        ShapeModel shape = Shape!;
        string buffer = _names.Take("buffer");
        string size = _tail?.Size ?? AbiEmitter.Size(shape.Definition);
        string stack = _tail is null ? "default" : $"stackalloc byte[{Names.CallBuffer}.StackSize]";
        _writer.Line($"using {Names.CallBuffer} {buffer} = new {Names.CallBuffer}({stack}, {size});");
        Name = _names.Take("argument");
        _writer.Line($"ref {shape.Type} {Name} = ref {buffer}.As<{shape.Type}>();");
        if (_method.Argument is ArgumentModel.Reference { Form: not PassingForm.Out } reference)
            _writer.Line($"{Name} = {reference.Parameter};");
        _bytes = buffer + ".Bytes";
    }

    private void EmitFields(ShapeModel shape, string name, bool isTail)
    {
        foreach (string clear in AbiEmitter.ClearHoles(shape.Definition, name))
            _writer.Line(clear);
        foreach (BindingModel input in _method.Inputs)
        {
            switch (input)
            {
                case BindingModel.Value value when value.Field.IsInTail == isTail:
                    _writer.Line($"{Field(value.Field)} = {value.Parameter};");
                    break;
                case BindingModel.Handle handle when handle.Field.IsInTail == isTail:
                    string fd = handle.FieldType == "int" ? _leases[handle.Parameter] : $"unchecked(({handle.FieldType}){_leases[handle.Parameter]})";
                    _writer.Line($"{Field(handle.Field)} = {fd};");
                    break;
                default:
                    _pointers.EmitLengths(input, isTail);
                    break;
            }
        }

        foreach (PresetModel preset in _method.Presets.Where(preset => preset.Field.IsInTail == isTail))
            _writer.Line($"{Field(preset.Field)} {(preset.IsFlags ? "|=" : "=")} {preset.Value};");
        // Behind the last struct stand the elements, behind one before it the next.
        bool isLast = isTail || _method.TailStruct is null;
        if (shape.TailCount.Length > 0 && (isLast ? _method.Tail is not null : _tail is not null))
            Write(shape, name, shape.TailCount, isLast ? _tail!.Count : "1");
        if (shape.ArgSize.Length > 0 && _method.AskAgain is null)
            WriteRaw(shape, name, shape.ArgSize, ArgSize(shape, isTail));
    }

    private string ArgSize(ShapeModel shape, bool isTail)
        => isTail ? $"(uint)({_bytes}.Length - {_tail!.StructOffset})"
            : _bytes.Length > 0 ? $"(uint){_bytes}.Length"
            : AbiEmitter.Select(model => CLayoutEngine.Compute(shape.Definition, model).Size, "u");

    private void Write(ShapeModel shape, string name, string field, string value)
    {
        CType type = shape.Definition.Fields.First(candidate => candidate.Name == field).Type;
        string cast = type switch
        {
            // Longer tails are refused ahead.
            CType.Integer { Size: 1 } => "(byte){0}",
            CType.Integer { Size: 2 } => "(ushort){0}",
            CType.Integer { Size: 4, Signed: false } => "(uint){0}",
            CType.Integer { Size: 8 } => "(ulong){0}",
            _ => "{0}",
        };
        WriteRaw(shape, name, field, string.Format(cast, value));
    }

    // By offset: the field is private, so that nobody else can get it wrong.
    private void WriteRaw(ShapeModel shape, string name, string field, string value)
        => _writer.Line($"{Names.ArgumentField}.Write(ref {name}, {AbiEmitter.Offset(shape.Definition, field)}, {value}); // {field}");

    private string BufferName => _bytes.Substring(0, _bytes.Length - ".Bytes".Length);

    private string AskAgain(AskAgainModel model, string number)
    {
        CStruct definition = Shape!.Definition;
        string argSize = Shape.ArgSize.Length > 0 ? AbiEmitter.Offset(definition, Shape.ArgSize) : "-1";
        string output = _method.Result.BufferParameter.Length > 0 || DeclaresBufferAhead ? $"out {Buffer}" : $"out {_method.Result.Type} {Buffer}";
        string head = $"({_fd}, {number}, in {Name}";
        if (model.Count.Length == 0)
            return $"{Names.AskAgainCall}.ByArgSize{head}, argSizeOffset: {argSize}, {output})";
        string error = model.Error.Length > 0 ? $"{Names.Errno}.{model.Error}" : $"{Names.Errno}.None";
        string count = $"countOffset: {AbiEmitter.Offset(definition, model.Count)}, countSize: {AbiEmitter.FieldSize(definition, model.Count)}";
        return model.Array.Length == 0
            ? $"{Names.AskAgainCall}.ByCount{head}, {error}, argSizeOffset: {argSize}, {count}, tailOffset: {AbiEmitter.TailOffset(definition)}, elementSize: {model.ElementSize}, {output})"
            : $"{Names.AskAgainCall}.ByArray{head}, {error}, argSizeOffset: {argSize}, {count}, pointerOffset: {AbiEmitter.Offset(definition, model.Array)}, pointerSize: {AbiEmitter.FieldSize(definition, model.Array)}, elementSize: {model.ElementSize}, {output})";
    }
}
