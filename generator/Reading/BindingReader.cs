using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads what a method writes to and reads from the fields of its struct.</summary>
public sealed class BindingReader(IMethodSymbol method, ParameterReader parameters, DiagnosticSink? sink, Compilation compilation)
{
    // The runtime pins this many in one call.
    private const int MaximumPointers = 3;

    private readonly FieldPathReader _fields = new(method, parameters, sink, compilation);
    private readonly List<BindingModel> _inputs = [];
    private readonly List<OutputModel> _outputs = [];
    private readonly List<PresetModel> _presets = [];
    private FieldPathModel? _result;

    public EquatableArray<BindingModel> Inputs => _inputs;

    public EquatableArray<OutputModel> Outputs => _outputs;

    public EquatableArray<PresetModel> Presets => _presets;

    /// <summary>Whether the address of anything goes to a field.</summary>
    public bool HasPointers => PointerCount > 0;

    private int PointerCount => _inputs.Count(input => input is BindingModel.Elements or BindingModel.Pointee);

    public bool Read()
    {
        if (!parameters.FieldParameters.All(ReadParameter))
            return false;
        if (PointerCount > MaximumPointers)
            return Fault(DeclarationFault.CallPinsTooManySpans, method, MaximumPointers.ToString());
        return method.FindAll(KnownNames.Preset).All(ReadPreset) && ReadResult();
    }

    /// <summary>The result with the field that it is.</summary>
    public ResultModel Resolve(ResultModel result) => result with { Field = _result };

    private bool ReadResult()
    {
        if (method.GetReturnTypeAttributes().Find(KnownNames.Field) is not { } attribute)
            return true;
        if (method.ReturnType.IsOurs(KnownNames.Errno) || method.ReturnsVoid)
            return Fault(DeclarationFault.ResultTypeIsUnsupported, method, method.ReturnType.ToDisplayString());
        if (_fields.Read(attribute, isWritten: true, attribute.Place(method)) is not { } found)
            return false;
        (IFieldSymbol field, _result) = found;
        if (method.ReturnType.IsHandle())
            return IsInteger(field.Type) || Fault(DeclarationFault.FieldIsNotInteger, method, "result", field.Name, field.Type.ToDisplayString());
        return Equal(field.Type, method.ReturnType)
            || Fault(DeclarationFault.FieldTypeDiffers, method, "the result", field.Name, field.Type.ToDisplayString(), method.ReturnType.ToDisplayString());
    }

    private bool ReadParameter(IParameterSymbol parameter)
    {
        AttributeData attribute = parameter.Find(KnownNames.Field)!;
        if (_fields.Read(attribute, isWritten: parameter.RefKind != RefKind.Out || parameter.Type.IsKernelType(), parameter.Place()) is not { } found)
            return false;

        (IFieldSymbol field, FieldPathModel path) = found;
        string name = HierarchyReader.Escape(parameter.Name);
        if (parameter.Type.IsHandle())
        {
            if (!IsInteger(field.Type) || parameter.RefKind is not (RefKind.None or RefKind.Out))
                return Fault(DeclarationFault.FieldIsNotInteger, parameter, field.Name, field.Type.ToDisplayString());
            if (parameter.RefKind == RefKind.None)
            {
                _inputs.Add(new BindingModel.Handle(name, path, field.Type.Text(), parameter.NullableAnnotation != NullableAnnotation.NotAnnotated));
                return true;
            }

            if (HandleReader.Fault(parameter.Type, compilation, method) is { } fault)
            {
                sink?.Report(fault, parameter.Place(), method.Name, parameter.Type.ToDisplayString());
                return false;
            }

            _outputs.Add(new OutputModel(name, path, parameter.Type.Text(), IsHandle: true, parameter.NullableAnnotation == NullableAnnotation.Annotated));
            return true;
        }

        if (PointerReader.IsPointer(parameter, field))
            return ReadPointer(parameter, attribute, field, path);
        if (!Equal(field.Type, parameter.Type))
        {
            sink?.Report(DeclarationFault.FieldTypeDiffers, parameter.Place(), method.Name, $"'{parameter.Name}'", field.Name, field.Type.ToDisplayString(), parameter.Type.ToDisplayString());
            return false;
        }

        if (parameter.RefKind != RefKind.Out)
            _inputs.Add(new BindingModel.Value(name, path));
        if (parameter.RefKind is RefKind.Out or RefKind.Ref)
            _outputs.Add(new OutputModel(name, path, parameter.Type.Text(), IsHandle: false, IsNullable: false));
        return true;
    }

    private bool ReadPointer(IParameterSymbol parameter, AttributeData attribute, IFieldSymbol field, FieldPathModel path)
    {
        PointerReader pointers = new(method, parameter, name => _fields.ReadBeside(path, name, parameter.Place()), sink);
        if (pointers.Read(attribute, field, path) is not { } pointer)
            return false;
        _inputs.Add(pointer);
        return true;
    }

    private bool ReadPreset(AttributeData attribute)
    {
        if (_fields.Read(attribute, isWritten: true, attribute.Place(method)) is not { } found)
            return false;
        (IFieldSymbol field, FieldPathModel path) = found;
        if (attribute.ConstructorArguments.Length < 2 || ConstantReader.Expression(attribute.ConstructorArguments[1], field.Type) is not { } value)
        {
            sink?.Report(DeclarationFault.PresetIsNotConstantOfField, attribute.Place(method), method.Name, field.Name, field.Type.ToDisplayString());
            return false;
        }

        _presets.Add(new PresetModel(path, value, IsFlags(field.Type)));
        return true;
    }

    private static bool IsInteger(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    // A plain enum is one choice (an op code): its preset replaces. Everything else is bits.
    private static bool IsFlags(ITypeSymbol type)
        => type.TypeKind != TypeKind.Enum || type.GetAttributes().Any(data => data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" });

    private static bool Equal(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private bool Fault(DeclarationFault fault, ISymbol culprit, params string[] rest)
    {
        sink?.Report(fault, culprit.Place(), culprit is IParameterSymbol ? [method.Name, culprit.Name, .. rest] : [method.Name, .. rest]);
        return false;
    }
}
