using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads a parameter whose address goes to a pointer field: a span, or one struct by reference.</summary>
/// <param name="method">The method.</param>
/// <param name="parameter">The parameter.</param>
/// <param name="find">Finds a field that the call may set, and reports it if there is none.</param>
/// <param name="sink">Takes the faults.</param>
public sealed class PointerReader(IMethodSymbol method, IParameterSymbol parameter, Func<string, (IFieldSymbol Field, FieldPathModel Path)?> find, DiagnosticSink? sink)
{
    private static readonly (string Key, LengthForm Form)[] s_lengths = [("Length", LengthForm.Elements), ("ByteLength", LengthForm.Bytes), ("ElementSize", LengthForm.BytesOfOne)];

    private readonly List<LengthModel> _lengths = [];

    /// <summary>Whether the field takes the parameter's address: else it takes its value.</summary>
    public static bool IsPointer(IParameterSymbol parameter, IFieldSymbol field)
        => parameter.Type.SpanElement(out _) is not null
            || parameter.RefKind != RefKind.None && HoldsAddress(field.Type) && (parameter.Type.IsKernelType() || field.Type.IsOurs(KnownNames.UserPointer) && !parameter.Type.IsOurs(KnownNames.UserPointer));

    public BindingModel? Read(AttributeData attribute, IFieldSymbol field, FieldPathModel path)
    {
        if (!HoldsAddress(field.Type))
            return Fault(DeclarationFault.FieldIsNotPointer, field.Name, field.Type.ToDisplayString());
        ITypeSymbol? element = parameter.Type.SpanElement(out _);
        if (element is not null && parameter.RefKind != RefKind.None)
            return Fault(DeclarationFault.ParameterTypeIsUnsupported, parameter.Type.ToDisplayString());
        if ((element is null ? ReadOne() : new ElementReader(method, sink, default).Read(parameter, element)) is not { } type)
            return null;
        foreach ((string key, LengthForm form) in s_lengths)
        {
            if (attribute.Named<string>(key) is { Length: > 0 } name && !ReadLength(name, form, type, isOne: element is null))
                return null;
        }

        string parameterName = HierarchyReader.Escape(parameter.Name);
        return element is null
            ? new BindingModel.Pointee(parameterName, Form, parameter.Type.Text(), path, type, _lengths)
            : new BindingModel.Elements(parameterName, path, type, _lengths);
    }

    private PassingForm Form => parameter.RefKind switch
    {
        RefKind.Out => PassingForm.Out,
        RefKind.Ref => PassingForm.Ref,
        _ => PassingForm.In,
    };

    private static bool HoldsAddress(ITypeSymbol type)
        => type.IsOurs(KnownNames.UserPointer) || type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private CType? ReadOne()
    {
        CType? type = new ShapeReader(null, default).TypeOf(parameter.Type);
        // An invalid struct of this project has its own diagnostic.
        if (type is null && !ShapeReader.IsStructOfSource(parameter.Type))
            Fault(DeclarationFault.ParameterTypeIsUnsupported, parameter.Type.ToDisplayString());
        return type;
    }

    private bool ReadLength(string name, LengthForm form, CType type, bool isOne)
    {
        if (find(name) is not { } found)
            return false;
        (IFieldSymbol field, FieldPathModel path) = found;
        int limit = field.Type.SpecialType switch
        {
            SpecialType.System_Byte => byte.MaxValue,
            SpecialType.System_UInt16 => ushort.MaxValue,
            SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => int.MaxValue,
            _ => 0,
        };
        // Lengths of spans are checked when the call is made; these are known now.
        bool isKnown = form == LengthForm.BytesOfOne || form == LengthForm.Bytes && isOne;
        if (limit < (isKnown ? CLayoutEngine.SizeOf(type, DataModel.Lp64) : 1))
        {
            Fault(DeclarationFault.FieldIsNotInteger, field.Name, field.Type.ToDisplayString());
            return false;
        }

        _lengths.Add(new LengthModel(path, field.Type.Text(), limit, form));
        return true;
    }

    private BindingModel? Fault(DeclarationFault fault, params string[] rest)
    {
        sink?.Report(fault, parameter.Place(), [method.Name, parameter.Name, .. rest]);
        return null;
    }
}
