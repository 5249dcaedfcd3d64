using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reports what a handle says about the order of its calls and could never be kept.</summary>
internal static class HandleContractReader
{
    public static void Check(INamedTypeSymbol type, DiagnosticSink sink)
    {
        foreach (AttributeData attribute in type.FindAll(KnownNames.After).Where(attribute => !attribute.IsHalfTyped()))
        {
            INamedTypeSymbol group = attribute.Named<INamedTypeSymbol>("Group") ?? type;
            string name = attribute.Argument<string>(0) ?? "";
            if (!group.GetMembers(name).OfType<IMethodSymbol>().Any(method => method.Has("IoctlAttribute")))
                sink.Report(DeclarationFault.EarlierMethodIsUnknown, attribute.Place(type), group.Name, type.Name, "After", name);
        }
    }
}
