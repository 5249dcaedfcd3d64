using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads a declared call, valid or not: what is wrong with it has its own diagnostic.</summary>
internal static class CallReader
{
    /// <summary>The call; null for a method that is none.</summary>
    public static CallContract? Read(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Find("IoctlAttribute") is not { } ioctl)
            return null;
        IParameterSymbol[] rest = method.Parameters.Skip(1).ToArray();
        IParameterSymbol? argument = rest.FirstOrDefault(parameter => parameter.Type.IsKernelType() && RoleReader.Roles(parameter).Length == 0);
        INamedTypeSymbol? type = (argument?.Type ?? ioctl.Named<ITypeSymbol>("Argument") ?? Returned(method.ReturnType) ?? rest.Select(parameter => Returned(parameter.Type)).FirstOrDefault(buffer => buffer is not null)) as INamedTypeSymbol;
        // What the kernel only writes the caller gives nothing in.
        return new CallContract(
            type,
            argument?.RefKind == RefKind.Out ? null : argument,
            rest.Where(parameter => parameter.RefKind != RefKind.Out).Select(parameter => (parameter, parameter.Find(KnownNames.Field)?.Argument<string>(0) ?? "")).Where(field => field.Item2.Length > 0).ToImmutableArray(),
            SetByCall(type, rest).ToImmutableArray(),
            method.FindAll(KnownNames.Preset).Where(preset => !preset.IsHalfTyped()).Select(preset => (preset.Argument<string>(0) ?? "", ConstantReader.Bits(preset.ConstructorArguments[1].Value) ?? 0)).ToImmutableArray(),
            rest.Where(parameter => parameter.RefKind is not (RefKind.None or RefKind.Out) && parameter.Type.IsKernelType() && RoleReader.Roles(parameter).Length > 0).ToImmutableArray());
    }

    private static ITypeSymbol? Returned(ITypeSymbol type)
        => type.IsKernelType() ? type : type is INamedTypeSymbol { TypeArguments.Length: 1 } buffer && buffer.IsOurs(KnownNames.KernelBuffer) ? buffer.TypeArguments[0] : null;

    private static IEnumerable<string> SetByCall(INamedTypeSymbol? type, IEnumerable<IParameterSymbol> parameters)
    {
        if (type is null)
            yield break;
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            if (field.Has(KnownNames.ArgSize) || field.Has(KnownNames.TailCount))
                yield return field.Name;
        }

        foreach (AttributeData attribute in parameters.Select(parameter => parameter.Find(KnownNames.Field)).Where(attribute => attribute is not null)!)
        {
            foreach (string name in new[] { "Length", "ByteLength", "ElementSize" })
            {
                if (attribute!.Named<string>(name) is { Length: > 0 } field)
                    yield return field;
            }
        }
    }
}
