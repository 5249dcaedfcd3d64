using System.Linq;
using IoctlSharp.Generator.Layout;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Compares what C has with what the CLR will do, and reports where they part.</summary>
public sealed class LayoutReader(INamedTypeSymbol type, CStruct definition, DiagnosticSink? sink)
{
    public bool IsWell() => definition is not null && sink is null || sink is not null && type is not null;

    /// <summary>The user's own <c>[StructLayout]</c>; null when there is none.</summary>
    public static AttributeData? StatedLayout(INamedTypeSymbol type)
        => type.GetAttributes().FirstOrDefault(data => !EmittedPartReader.IsEmitted(data) && data.AttributeClass is { Name: "StructLayoutAttribute", ContainingNamespace.Name: "InteropServices" });
}
