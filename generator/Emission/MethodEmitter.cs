using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the implementing part of one ioctl method.</summary>
public sealed class MethodEmitter
{
    private readonly CodeWriter _writer;
    private readonly MethodModel _method;
    private readonly GroupModel _group;
    private readonly MeaningEmitter _meanings;
    private readonly LocalNames _names;
    private readonly ArgumentEmitter _argument;
    private readonly string _result;
    private string _handle = "";

    public MethodEmitter(CodeWriter writer, MethodModel method, GroupModel group, MeaningEmitter meanings)
    {
        _writer = writer;
        _method = method;
        _group = group;
        _meanings = meanings;
        _names = new LocalNames(method.Signature);
        _argument = new ArgumentEmitter(writer, method, _names);
        _result = _names.Take("result");
    }

    private bool NeverThrows => _method.Result.Form == ResultForm.Errno;

    public void Emit()
    {
        SignatureModel signature = _method.Signature;
        if (signature.EmitsSummary)
            _writer.Line($"/// <summary><c>{_method.Command.Name}</c>{CommandEmitter.Header(_method.Command)}.{Literal.Since(_method.Command.Since)}</summary>");
        if (_group.Target.HasPlatformAttributes)
            _writer.Line(Names.SupportedOSPlatform);
        using (_writer.Block($"{signature.Modifiers} {signature.ReturnType} {signature.Name}({string.Join(", ", signature.Parameters)})"))
        {
            EmitDefaults();
            _argument.EmitGuards();
            _argument.EmitLeases();
            _argument.EmitArgument();
            EmitCall();
            _argument.EmitCopyBack();
            foreach (OutputModel output in _method.Outputs.Where(output => !output.IsHandle))
                _writer.Line($"{output.Parameter} = {_argument.Field(output.Field)};");
            EmitFailure();
            EmitResults();
        }
    }

    // A handle exists before the call makes its fd: nothing can fail between the two.
    private void EmitDefaults()
    {
        ResultModel result = _method.Result;
        if (result.HandleType.Length > 0)
        {
            _handle = result.HandleParameter;
            if (_handle.Length == 0)
                _handle = _names.Take("handle");
            _writer.Line($"{(result.HandleParameter.Length > 0 ? "" : result.HandleType + (result.IsNullable ? "? " : " "))}{_handle} = {NewHandle(result.HandleType)};");
        }

        if (NeverThrows && result.ValueParameter.Length > 0)
            _writer.Line($"{result.ValueParameter} = default;");
        if (NeverThrows && result.BufferParameter.Length > 0)
            _writer.Line($"{result.BufferParameter} = default;");
        foreach (OutputModel output in _method.Outputs)
        {
            if (output.IsHandle)
                _writer.Line($"{output.Parameter} = {NewHandle(output.Type)};");
            else if (NeverThrows && !IsInput(output))
                _writer.Line($"{output.Parameter} = default;");
        }

        foreach (BindingModel.Pointee pointee in _method.Inputs.OfType<BindingModel.Pointee>().Where(pointee => pointee.Form == PassingForm.Out))
            _writer.Line($"{pointee.Parameter} = default;");
        if (_method.Argument is ArgumentModel.Reference { Form: PassingForm.Out } argument)
            _writer.Line($"{argument.Parameter} = default;");
        if (_method.TailStruct is { Form: PassingForm.Out } tailStruct)
            _writer.Line($"{tailStruct.Parameter} = default;");
        if (_method.Tail is TailModel.Single { Form: PassingForm.Out } tail)
            _writer.Line($"{tail.Parameter} = default;");
    }

    // A `ref` field parameter is both: it has its value already.
    private bool IsInput(OutputModel output) => _method.Inputs.OfType<BindingModel.Value>().Any(input => input.Parameter == output.Parameter);

    private void EmitCall()
    {
        string call = _argument.Call();
        if (!_method.Retry)
        {
            _writer.Line($"int {_result} = {call};");
            return;
        }

        _writer.Line($"int {_result};");
        _writer.Line("do");
        _writer.Continuation($"{_result} = {call};");
        _writer.Line($"while ({_result} == -(int){Names.Errno}.EINTR);");
    }

    private void EmitFailure()
    {
        if (NeverThrows)
            return;
        string command = _method.Command.Name;
        string meaning = _meanings.MethodFor(_method) is { Length: > 0 } known ? $", {Member(known)}({_result})" : "";
        _writer.Line($"if ({Names.IoctlCall}.IsError({_result}))");
        _writer.Continuation($"throw {Names.IoctlException}.For({Member("Commands")}.{command}, {_result}{meaning});");
    }

    // A parameter of that name would come between.
    private string Member(string name) => _method.Signature.ParameterNames.Contains(name) ? $"{_group.Type}.{name}" : name;

    private void EmitResults()
    {
        ResultModel result = _method.Result;
        if (NeverThrows)
        {
            EmitErrnoResults();
            return;
        }

        foreach (OutputModel output in _method.Outputs.Where(output => output.IsHandle))
            EmitAdoption(output.Parameter, output.Field, output.IsNullable);
        switch (result.Form)
        {
            case ResultForm.Value:
                _writer.Line(result.Type == "int" ? $"return {_result};" : $"return ({result.Type}){_result};");
                break;
            case ResultForm.Struct:
                _writer.Line($"return {_argument.Name};");
                break;
            case ResultForm.Tail:
                _writer.Line($"return {_argument.TailName};");
                break;
            case ResultForm.Field when _handle.Length > 0:
                EmitAdoption(_handle, result.Field!, result.IsNullable);
                _writer.Line($"return {_handle};");
                break;
            case ResultForm.Field:
                _writer.Line($"return {_argument.Field(result.Field!)};");
                break;
            case ResultForm.Handle:
                _writer.Line($"{Names.HandleResult}.Adopt({_handle}, {_result});");
                _writer.Line($"return {_handle};");
                break;
            case ResultForm.Buffer:
                _writer.Line($"return {_argument.Buffer};");
                break;
        }
    }

    private void EmitErrnoResults()
    {
        ResultModel result = _method.Result;
        bool adopts = _handle.Length > 0 || result.ValueParameter.Length > 0 || _method.Outputs.Any(output => output.IsHandle);
        if (adopts)
        {
            _writer.Line($"if ({Names.IoctlCall}.IsError({_result}))");
            _writer.Continuation($"return {Names.IoctlCall}.ErrorOf({_result});");
            foreach (OutputModel output in _method.Outputs.Where(output => output.IsHandle))
                EmitAdoption(output.Parameter, output.Field, output.IsNullable);
            if (_handle.Length > 0)
                _writer.Line($"{Names.HandleResult}.Adopt({_handle}, {_result});");
            if (result.ValueParameter.Length > 0)
                _writer.Line(result.ValueType == "int" ? $"{result.ValueParameter} = {_result};" : $"{result.ValueParameter} = ({result.ValueType}){_result};");
            _writer.Line($"return {Names.Errno}.None;");
        }
        else
        {
            _writer.Line($"return {Names.IoctlCall}.ErrorOf({_result});");
        }
    }

    // The kernel answers -1 where there is no new fd.
    private void EmitAdoption(string handle, FieldPathModel field, bool isNullable)
    {
        string fd = $"unchecked((int){_argument.Field(field)})";
        if (isNullable)
        {
            _writer.Line($"if ({fd} >= 0)");
            _writer.Continuation($"{Names.HandleResult}.Adopt({handle}, {fd});");
            _writer.Line("else");
            _writer.Continuation($"{handle} = null;");
        }
        else
        {
            _writer.Line($"{Names.HandleResult}.Adopt({handle}, {fd});");
        }
    }

    private static string NewHandle(string type) => $"new {type}((global::System.IntPtr)(-1), true)";
}
