using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads a declared call, valid or not: what is wrong with it has its own diagnostic.</summary>
internal sealed class CallReader
{
    private readonly IMethodSymbol _method;
    private readonly IParameterSymbol[] _rest;
    private readonly INamedTypeSymbol? _argument;
    private readonly INamedTypeSymbol? _tail;
    private readonly IParameterSymbol? _tailParameter;

    private CallReader(IMethodSymbol method, AttributeData ioctl)
    {
        _method = method;
        _rest = method.Parameters.Skip(1).ToArray();
        _argument = (ArgumentParameter()?.Type ?? ioctl.Named<ITypeSymbol>("Argument") ?? Returned(method.ReturnType) ?? _rest.Select(parameter => Returned(parameter.Type)).FirstOrDefault(buffer => buffer is not null)) as INamedTypeSymbol;
        INamedTypeSymbol? stated = ioctl.Named<INamedTypeSymbol>("Tail");
        _tailParameter = stated is null ? _rest.FirstOrDefault(parameter => parameter.RefKind != RefKind.None && parameter.Type.IsKernelType() && parameter.Has(KnownNames.Tail)) : null;
        _tail = stated ?? _tailParameter?.Type as INamedTypeSymbol;
    }

    /// <summary>The call; null for a method that is none.</summary>
    public static CallContract? Read(IMethodSymbol method) => method.IsStatic && method.Find("IoctlAttribute") is { } ioctl ? new CallReader(method, ioctl).Read() : null;

    /// <summary>The field that <c>[Field]</c> of a parameter or of the result names; null when there is none.</summary>
    /// <param name="method">The declared call.</param>
    /// <param name="attribute">The attribute.</param>
    public static IFieldSymbol? FieldOf(IMethodSymbol method, AttributeData attribute)
    {
        if (method.Find("IoctlAttribute") is not { } ioctl || attribute.Argument<string>(0) is not { } path)
            return null;
        IFieldSymbol? field = null;
        INamedTypeSymbol? type = new CallReader(method, ioctl).Owner(attribute);
        foreach (string name in path.Split('.'))
        {
            field = type is null ? null : ShapeReader.Fields(type).FirstOrDefault(candidate => candidate.Name == name);
            type = field?.Type as INamedTypeSymbol;
        }

        return field;
    }

    private CallContract Read()
    {
        IParameterSymbol? behind = _rest.FirstOrDefault(parameter => parameter.Has(KnownNames.Tail));
        List<CallStruct> structs = [];
        if (_argument is not null)
            structs.Add(Struct(_argument, ArgumentParameter(), _tail is null ? behind : null));
        if (_tailParameter is not null)
            structs.Add(Struct(_tail!, _tailParameter, null) with { HasTail = true });
        else if (_tail is not null)
            structs.Add(Struct(_tail, null, behind));
        // What addresses point to.
        IEnumerable<IParameterSymbol> pointees = _rest.Where(parameter =>
            parameter.RefKind is not (RefKind.None or RefKind.Out) && parameter.Type.IsKernelType()
            && RoleReader.Roles(parameter).Length > 0 && !SymbolEqualityComparer.Default.Equals(parameter, _tailParameter));
        foreach (IParameterSymbol parameter in pointees)
            structs.Add(new((INamedTypeSymbol)parameter.Type, parameter, [], [], [], HasTail: true));
        return new(
            structs.Where(part => part.HasInput).ToArray(),
            _rest.Where(parameter => parameter.Type.SpanElement(out bool isWritable) is { } element && !isWritable && element.IsKernelType()).ToArray(),
            _rest.Select(parameter => (parameter, RefusedReader.Read(parameter, null))).Where(refused => refused.Item2.Count > 0).ToArray());
    }

    private CallStruct Struct(INamedTypeSymbol type, IParameterSymbol? parameter, IParameterSymbol? behind)
        => new(
            type,
            // What the kernel only writes the caller gives nothing in.
            parameter?.RefKind == RefKind.Out ? null : parameter,
            _rest.Where(bound => bound.RefKind != RefKind.Out && bound.Find(KnownNames.Field) is { } attribute && IsOf(attribute, type)).Select(bound => (bound, bound.Find(KnownNames.Field)!.Argument<string>(0) ?? "")).ToArray(),
            SetByCall(type, behind).ToArray(),
            _method.FindAll(KnownNames.Preset).Where(preset => !preset.IsHalfTyped() && IsOf(preset, type)).Select(preset => (preset.Argument<string>(0) ?? "", ConstantReader.Bits(preset.ConstructorArguments[1].Value) ?? 0)).ToArray(),
            behind is not null || (_tail is not null && !SymbolEqualityComparer.Default.Equals(type, _tail)));

    private IParameterSymbol? ArgumentParameter() => _rest.FirstOrDefault(parameter => parameter.Type.IsKernelType() && RoleReader.Roles(parameter).Length == 0);

    private static ITypeSymbol? Returned(ITypeSymbol type)
        => type.IsKernelType() ? type : type is INamedTypeSymbol { TypeArguments.Length: 1 } buffer && buffer.IsOurs(KnownNames.KernelBuffer) ? buffer.TypeArguments[0] : null;

    private bool IsOf(AttributeData attribute, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(Owner(attribute), type);

    // The struct whose field an attribute names.
    private INamedTypeSymbol? Owner(AttributeData attribute)
    {
        string first = (attribute.Argument<string>(0) ?? "").Split('.')[0];
        return attribute.Named<INamedTypeSymbol>("Of") ?? new[] { _argument, _tail }.FirstOrDefault(candidate => candidate is not null && ShapeReader.Fields(candidate).Any(field => field.Name == first));
    }

    private IEnumerable<(string Field, IParameterSymbol? Span)> SetByCall(INamedTypeSymbol type, IParameterSymbol? behind)
    {
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            if (field.Has(KnownNames.ArgSize))
                yield return (field.Name, null);
            else if (field.Has(KnownNames.TailCount))
                yield return (field.Name, behind?.Type.SpanElement(out _) is null ? null : behind);
        }

        foreach (IParameterSymbol parameter in _rest)
        {
            if (parameter.Find(KnownNames.Field) is not { } attribute || !IsOf(attribute, type))
                continue;
            foreach (string name in new[] { "Length", "ByteLength", "ElementSize" })
            {
                if (attribute.Named<string>(name) is { Length: > 0 } field)
                    yield return (field, name == "Length" ? parameter : null);
            }
        }
    }
}
