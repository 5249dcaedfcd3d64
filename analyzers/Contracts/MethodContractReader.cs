using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads the contract attributes of a method, and reports those that could never do what they say.</summary>
internal sealed class MethodContractReader(IMethodSymbol method, DiagnosticSink? sink)
{
    /// <summary>The commands of which one must have been called before; empty for none.</summary>
    public ImmutableArray<EarlierCall> After()
    {
        List<EarlierCall> earlier = [];
        foreach (AttributeData attribute in method.FindAll(KnownNames.After).Where(attribute => !attribute.IsHalfTyped()))
        {
            string name = attribute.Argument<string>(0) ?? "";
            TypedConstant? value = attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1] : null;
            if (Methods(name).Any(other => value is null || other.Parameters.Any(parameter => parameter.Type.Takes(value.Value))))
                earlier.Add(new EarlierCall(name, value is null ? null : ConstantReader.Bits(value.Value.Value)));
            else
                sink?.Report(DeclarationFault.EarlierMethodIsUnknown, attribute.Place(method), method.ContainingType.Name, $"{method.ContainingType.Name}.{method.Name}", "After", name);
        }

        return earlier.ToImmutableArray();
    }

    /// <summary>Whether the result must be looked at.</summary>
    public bool MustRead()
    {
        AttributeData? attribute = method.Find(KnownNames.MustRead) ?? method.GetReturnTypeAttributes().Find(KnownNames.MustRead);
        if (attribute is not null && method.ReturnsVoid)
            sink?.Report(DeclarationFault.MustReadHasNoResult, attribute.Place(method), method.ContainingType.Name, method.Name, "MustRead");
        return attribute is not null;
    }

    /// <summary>Reports values that could never reach their parameters.</summary>
    public void Refused()
    {
        foreach (IParameterSymbol parameter in method.Parameters)
            RefusedReader.Read(parameter, sink);
    }

    private IEnumerable<IMethodSymbol> Methods(string name)
        => method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Where(other => !SymbolEqualityComparer.Default.Equals(other, method));
}
