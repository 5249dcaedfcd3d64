using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads a declared call, valid or not: what is wrong with it has its own diagnostic.</summary>
internal sealed class CallReader
{
    private static readonly string[] s_lengths = ["Length", "ByteLength", "ElementSize"];

    private readonly IMethodSymbol _method;
    private readonly IParameterSymbol[] _parameters;
    private readonly INamedTypeSymbol? _argument;
    private readonly INamedTypeSymbol? _tail;

    private CallReader(IMethodSymbol method, IParameterSymbol[] parameters, INamedTypeSymbol? argument, INamedTypeSymbol? tail)
    {
        _method = method;
        _parameters = parameters;
        _argument = argument;
        _tail = tail;
    }

    /// <summary>The call; null for a method that is none.</summary>
    public static CallContract? Read(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Find("IoctlAttribute") is not { } ioctl)
            return null;
        IParameterSymbol[] rest = method.Parameters.Skip(1).ToArray();
        IParameterSymbol? argument = rest.FirstOrDefault(parameter => parameter.Type.IsKernelType() && RoleReader.Roles(parameter).Length == 0);
        ITypeSymbol? type = argument?.Type ?? ioctl.Named<ITypeSymbol>("Argument") ?? Returned(method.ReturnType) ?? rest.Select(parameter => Returned(parameter.Type)).FirstOrDefault(buffer => buffer is not null);
        IParameterSymbol[] pointees = [.. rest.Where(parameter => parameter.RefKind != RefKind.None && parameter.Type.IsKernelType() && RoleReader.Roles(parameter).Length > 0)];
        ITypeSymbol? stated = ioctl.Named<ITypeSymbol>("Tail");
        IParameterSymbol? tail = stated is null ? pointees.FirstOrDefault(parameter => parameter.Has(KnownNames.Tail)) : null;
        CallReader reader = new(method, rest, type as INamedTypeSymbol, (stated ?? tail?.Type) as INamedTypeSymbol);
        return new CallContract(
            reader.Passed(reader._argument, argument),
            reader.Passed(reader._tail, tail),
            pointees.Where(parameter => parameter.RefKind != RefKind.Out && !SymbolEqualityComparer.Default.Equals(parameter, tail)).ToImmutableArray(),
            method.GetReturnTypeAttributes().Find(KnownNames.Field) is { } result ? Walk(reader.Owner(result), result.Argument<string>(0) ?? "") : null);
    }

    private static ITypeSymbol? Returned(ITypeSymbol type)
        => type.IsKernelType() ? type : type is INamedTypeSymbol { TypeArguments.Length: 1 } buffer && buffer.IsOurs(KnownNames.KernelBuffer) ? buffer.TypeArguments[0] : null;

    private PassedStruct? Passed(INamedTypeSymbol? type, IParameterSymbol? parameter)
    {
        if (type is null)
            return null;
        (IParameterSymbol Parameter, AttributeData Attribute)[] fields = [.. _parameters
            .Select(candidate => (Parameter: candidate, Attribute: candidate.Find(KnownNames.Field)!))
            .Where(field => field.Attribute is not null && SymbolEqualityComparer.Default.Equals(Owner(field.Attribute), type))];
        AttributeData[] presets = [.. _method.FindAll(KnownNames.Preset).Where(preset => !preset.IsHalfTyped() && SymbolEqualityComparer.Default.Equals(Owner(preset), type))];
        IEnumerable<string> computed = ShapeReader.Fields(type).Where(field => field.Has(KnownNames.ArgSize) || field.Has(KnownNames.TailCount)).Select(field => field.Name)
            .Concat(fields.SelectMany(field => s_lengths.Select(length => field.Attribute.Named<string>(length) ?? "")))
            .Concat(fields.Select(field => field.Attribute).Concat(presets).Select(Name).Where(IsNested));
        return new PassedStruct(
            type,
            // What the kernel only writes the caller gives nothing in.
            parameter?.RefKind == RefKind.Out ? null : parameter,
            fields.Where(field => field.Parameter.RefKind != RefKind.Out && !IsNested(Name(field.Attribute))).Select(field => (field.Parameter, Name(field.Attribute))).ToImmutableArray(),
            computed.Select(name => name.Split('.')[0]).Where(name => name.Length > 0).Distinct().ToImmutableArray(),
            presets.Select(preset => (Name(preset), ConstantReader.Bits(preset.ConstructorArguments[1].Value) ?? 0)).ToImmutableArray());
    }

    // The struct whose field [Field] or [Preset] names.
    private INamedTypeSymbol? Owner(AttributeData attribute)
    {
        string first = Name(attribute).Split('.')[0];
        return attribute.Named<INamedTypeSymbol>("Of") ?? (Find(_argument, first) is null && Find(_tail, first) is not null ? _tail : _argument);
    }

    private static string Name(AttributeData attribute) => attribute.Argument<string>(0) ?? "";

    private static bool IsNested(string name) => name.IndexOf('.') >= 0;

    private static IFieldSymbol? Walk(INamedTypeSymbol? type, string path)
    {
        IFieldSymbol? field = null;
        foreach (string name in path.Split('.'))
        {
            field = Find(type, name);
            type = field?.Type as INamedTypeSymbol;
        }

        return field;
    }

    private static IFieldSymbol? Find(INamedTypeSymbol? type, string name) => type is null ? null : ShapeReader.Fields(type).FirstOrDefault(field => field.Name == name);
}
