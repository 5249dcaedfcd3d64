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

    private readonly List<BindingModel> _inputs = [];
    private readonly List<OutputModel> _outputs = [];
    private readonly List<PresetModel> _presets = [];

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
            return Fault(DeclarationFault.TooManyPointers, method, MaximumPointers.ToString());
        return method.FindAll(KnownNames.Preset).All(ReadPreset) && ReadResult();
    }

    /// <summary>The result with its field's name as emitted code writes it.</summary>
    public ResultModel Resolve(ResultModel result)
        => result.Form == ResultForm.Field ? result with { Field = HierarchyReader.Escape(result.Field) } : result;

    private bool ReadResult()
    {
        if (method.GetReturnTypeAttributes().Find(KnownNames.Field) is not { } attribute)
            return true;
        if (method.ReturnType.IsOurs(KnownNames.Errno) || method.ReturnsVoid)
            return Fault(DeclarationFault.ResultTypeIsUnsupported, method, method.ReturnType.ToDisplayString());
        if (Field(attribute.Argument<string>(0) ?? "", attribute.Place(method)) is not { } field || !IsWritable(field, attribute.Place(method)))
            return false;
        return SymbolEqualityComparer.Default.Equals(field.Type, method.ReturnType)
            || Fault(DeclarationFault.FieldTypeDiffers, method, "the result", field.Name, field.Type.ToDisplayString(), method.ReturnType.ToDisplayString());
    }

    private bool ReadParameter(IParameterSymbol parameter)
    {
        AttributeData attribute = parameter.Find(KnownNames.Field)!;
        if (Field(attribute.Argument<string>(0) ?? "", parameter.Place()) is not { } field)
            return false;
        if (parameter.RefKind != RefKind.Out && !IsWritable(field, parameter.Place()))
            return false;

        string name = HierarchyReader.Escape(parameter.Name);
        string fieldName = HierarchyReader.Escape(field.Name);
        bool isInteger = field.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
        if (parameter.Type.IsHandle())
        {
            if (!isInteger || parameter.RefKind is not (RefKind.None or RefKind.Out))
                return Fault(DeclarationFault.FieldIsNotInteger, parameter, field.Name, field.Type.ToDisplayString());
            if (parameter.RefKind == RefKind.None)
            {
                _inputs.Add(new BindingModel.Handle(name, fieldName, field.Type.Text()));
                return true;
            }

            if (HandleReader.Fault(parameter.Type, compilation, method) is { } fault)
            {
                sink?.Report(fault, parameter.Place(), method.Name, parameter.Type.ToDisplayString());
                return false;
            }

            _outputs.Add(new OutputModel(name, fieldName, parameter.Type.Text(), IsHandle: true, parameter.NullableAnnotation == NullableAnnotation.Annotated));
            return true;
        }

        if (PointerReader.IsPointer(parameter, field))
            return ReadPointer(parameter, attribute, field);
        if (!Equal(field.Type, parameter.Type))
        {
            sink?.Report(DeclarationFault.FieldTypeDiffers, parameter.Place(), method.Name, $"'{parameter.Name}'", field.Name, field.Type.ToDisplayString(), parameter.Type.ToDisplayString());
            return false;
        }

        if (parameter.RefKind != RefKind.Out)
            _inputs.Add(new BindingModel.Value(name, fieldName));
        if (parameter.RefKind is RefKind.Out or RefKind.Ref)
            _outputs.Add(new OutputModel(name, fieldName, parameter.Type.Text(), IsHandle: false, IsNullable: false));
        return true;
    }

    private bool ReadPointer(IParameterSymbol parameter, AttributeData attribute, IFieldSymbol field)
    {
        PointerReader pointers = new(method, parameter, name => Field(name, parameter.Place()) is { } length && IsWritable(length, parameter.Place()) ? length : null, sink);
        if (pointers.Read(attribute, field) is not { } pointer)
            return false;
        _inputs.Add(pointer);
        return true;
    }

    private bool ReadPreset(AttributeData attribute)
    {
        if (Field(attribute.Argument<string>(0) ?? "", attribute.Place(method)) is not { } field)
            return false;
        if (attribute.ConstructorArguments.Length < 2 || ConstantReader.Expression(attribute.ConstructorArguments[1], field.Type) is not { } value)
        {
            sink?.Report(DeclarationFault.PresetIsNotConstantOfField, attribute.Place(method), method.Name, field.Name, field.Type.ToDisplayString());
            return false;
        }

        _presets.Add(new PresetModel(HierarchyReader.Escape(field.Name), value, IsFlags(field.Type)));
        return true;
    }

    private bool IsWritable(IFieldSymbol field, Location? place)
    {
        if (!field.IsReadOnly)
            return true;
        sink?.Report(DeclarationFault.FieldIsReadOnly, place, field.ContainingType.Name, field.Name);
        return false;
    }

    // A plain enum is one choice (an op code): its preset replaces. Everything else is bits.
    private static bool IsFlags(ITypeSymbol type)
        => type.TypeKind != TypeKind.Enum || type.GetAttributes().Any(data => data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" });

    private static bool Equal(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private IFieldSymbol? Field(string name, Location? culprit)
    {
        INamedTypeSymbol type = parameters.ArgumentStruct!;
        IFieldSymbol? field = ShapeReader.Fields(type).FirstOrDefault(candidate => candidate.Name == name);
        if (field is null || field.IsFixedSizeBuffer)
        {
            sink?.Report(DeclarationFault.FieldIsUnknown, culprit, method.Name, type.Name, name);
            return null;
        }

        if (compilation.IsSymbolAccessibleWithin(field, method.ContainingType))
            return field;
        sink?.Report(DeclarationFault.FieldIsNotAccessible, culprit, method.Name, type.Name, name);
        return null;
    }

    private bool Fault(DeclarationFault fault, ISymbol culprit, params string[] rest)
    {
        sink?.Report(fault, culprit.Place(), culprit is IParameterSymbol ? [method.Name, culprit.Name, .. rest] : [method.Name, .. rest]);
        return false;
    }
}
