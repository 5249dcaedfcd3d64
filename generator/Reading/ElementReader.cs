using System.Threading;
using IoctlSharp.Generator.Layout;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads the element type of a span that is sent as it stands: its bytes are the caller's memory, so every one must be a member's.</summary>
public sealed class ElementReader(IMethodSymbol method, DiagnosticSink? sink, CancellationToken cancellation)
{
    public CType? Read(IParameterSymbol parameter, ITypeSymbol element)
    {
        if (new ShapeReader(null, cancellation).TypeOf(element) is not { } type)
        {
            // An invalid struct of this project has its own diagnostic.
            if (!ShapeReader.IsStructOfSource(element))
                sink?.Report(DeclarationFault.ParameterTypeIsUnsupported, parameter.Place(), method.Name, parameter.Name, parameter.Type.ToDisplayString());
            return null;
        }

        foreach (DataModel model in new[] { DataModel.Lp64, DataModel.Ilp32, DataModel.I386 })
        {
            if (FirstHole(type, model) is not { } hole)
                continue;
            sink?.Report(DeclarationFault.ElementHasPadding, parameter.Place(), method.Name, parameter.Name, element.ToDisplayString(), hole.Size.ToString(), hole.Offset.ToString());
            return null;
        }

        return type;
    }

    private static Hole? FirstHole(CType type, DataModel model) => type switch
    {
        CType.Struct nested => CLayoutEngine.Compute(nested.Definition, model).Holes is { IsEmpty: false } holes ? holes[0] : null,
        CType.Array array => FirstHole(array.Element, model),
        _ => null,
    };
}
