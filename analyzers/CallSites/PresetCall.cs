using System;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.CallSites;

/// <summary>One preset of a declaration against one call.</summary>
internal sealed class PresetCall(IInvocationOperation call, AttributeData preset, ContractCache contracts)
{
    private readonly string _name = preset.Argument<string>(0) ?? "";
    private readonly INamedTypeSymbol? _of = preset.Named<INamedTypeSymbol>("Of");

    public void Check(Action<Diagnostic> report)
    {
        if (preset.ConstructorArguments.Length < 2 || preset.ConstructorArguments[1].Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum) || ConstantReader.Bits(preset.ConstructorArguments[1].Value) is not { } value)
            return;
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit))
        {
            if (Passed(argument) is not { } passed || ConstantReader.Bits(passed.ConstantValue.Value) is not { } bits || !Contradicts(value, bits))
                continue;
            report(Diagnostic.Create(
                CallSiteRules.ArgumentContradictsPreset,
                passed.Syntax.GetLocation(),
                call.TargetMethod.Name,
                preset.ConstructorArguments[1].ToCSharpString(),
                _name,
                passed.Syntax.ToString()));
        }
    }

    // The constant that the call passes for the preset's field.
    private IOperation? Passed(IArgumentOperation argument)
    {
        if (argument.Parameter is not { RefKind: not RefKind.Out } parameter)
            return null;
        if (parameter.Find(KnownNames.Field) is { } field)
            return parameter.RefKind == RefKind.None && field.Argument<string>(0) == _name && SymbolEqualityComparer.Default.Equals(field.Named<INamedTypeSymbol>("Of"), _of)
                ? KnownValueReader.ValueOf(argument.Value, field: null)
                : null;
        return parameter.RefKind != RefKind.None && FieldOf(parameter.Type) is { } member ? KnownValueReader.ValueOf(argument.Value, member) : null;
    }

    private IFieldSymbol? FieldOf(ITypeSymbol type)
        => type is INamedTypeSymbol named && named.IsKernelType() && (_of is null || SymbolEqualityComparer.Default.Equals(_of, named))
            ? ShapeReader.Fields(named).FirstOrDefault(field => field.Name == _name)
            : null;

    private bool Contradicts(ulong value, ulong passed)
    {
        if (Struct() is not { } type || FieldOf(type) is not { } field || field.Type.TypeKind != TypeKind.Enum)
            return false;
        // A choice replaces the caller's.
        if (!field.Type.IsFlagsEnum())
            return passed != value;
        if (contracts.Of(type)?.Of(field) is not { } contract)
            return false;
        ulong added = passed & ~value;
        return contract.ExactlyOne.Any(group => (value & group) != 0 && (added & group) != 0)
            || contract.Excludes.Any(pair => ((value | passed) & pair.Unless) == 0
                && ((value & pair.Flag) != 0 && (added & pair.Others) != 0 || (value & pair.Others) != 0 && (added & pair.Flag) != 0));
    }

    // The struct that the field is of: a parameter, the result or what [Ioctl] states.
    private INamedTypeSymbol? Struct()
    {
        IMethodSymbol method = call.TargetMethod;
        AttributeData? ioctl = method.Find("IoctlAttribute");
        return method.Parameters.Select(parameter => parameter.Type)
            .Append(method.ReturnType)
            .Append(method.ReturnType.BufferElement()!)
            .Append(ioctl?.Named<INamedTypeSymbol>("Argument")!)
            .Append(ioctl?.Named<INamedTypeSymbol>("Tail")!)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => FieldOf(type) is not null);
    }
}
