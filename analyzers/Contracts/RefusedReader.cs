using System.Collections.Generic;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads which values of its type a parameter or a field never takes.</summary>
internal static class RefusedReader
{
    public static IReadOnlyList<ulong> Read(IParameterSymbol parameter, DiagnosticSink? sink)
        => Read(parameter, parameter.Type, parameter.ContainingSymbol.Name, sink);

    public static IReadOnlyList<ulong> Read(IFieldSymbol field, DiagnosticSink? sink)
        => Read(field, field.Type, field.ContainingType.Name, sink);

    private static IReadOnlyList<ulong> Read(ISymbol symbol, ITypeSymbol type, string owner, DiagnosticSink? sink)
    {
        if (symbol.Find(KnownNames.Refused) is not { } attribute || attribute.IsHalfTyped() || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Array, IsNull: false } stated)
            return [];
        List<ulong> values = [];
        foreach (TypedConstant constant in stated.Values)
        {
            if (type.Takes(constant) && ConstantReader.Bits(constant.Value) is { } bits)
                values.Add(bits);
            // A type that has no such constants has its own diagnostic.
            else if (type.IsInteger() || type.IsEnum())
                sink?.Report(DeclarationFault.ContractValueIsNotOfField, attribute.Place(symbol), owner, symbol.Name, "Refused", symbol.Name, type.ToDisplayString());
        }

        return values;
    }
}
