using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads a <c>[Tail]</c> parameter against the struct that it stands behind.</summary>
public sealed class TailReader(IMethodSymbol method, ShapeModel shape, DiagnosticSink? sink, CancellationToken cancellation)
{
    public TailModel? Read(IParameterSymbol parameter)
    {
        if (shape.Definition.Tail is not { } tail)
            return Fault(DeclarationFault.TailIsUnknown, parameter, shape.Definition.Name);

        string name = HierarchyReader.Escape(parameter.Name);
        ShapeReader shapes = new(null, cancellation);
        if (parameter.RefKind != RefKind.None)
            return shapes.TypeOf(parameter.Type) is { } single ? new TailModel.Single(name, Form(parameter), parameter.Type.Text(), single) : Unsupported(parameter);
        if (parameter.Type.SpanElement(out bool isWritable) is not { } element)
            return Unsupported(parameter);
        if (element.IsHandle())
        {
            return tail is CType.Integer { Size: 1 or 4 } && !isWritable
                ? new TailModel.Handles(name, element.AnnotatedText())
                : Fault(DeclarationFault.TailElementDiffers, parameter, element.ToDisplayString(), shape.Definition.Name);
        }

        // A tail of bytes (vfio_irq_set.data) is typed by the flags: any element goes.
        if (new ElementReader(method, sink, cancellation).Read(parameter, element) is not { } elementType)
            return null;
        return tail is CType.Integer { Size: 1 } || CLayoutEngine.SizeOf(elementType, DataModel.Lp64) == CLayoutEngine.SizeOf(tail, DataModel.Lp64)
            ? new TailModel.Elements(name, element.Text(), elementType, isWritable)
            : Fault(DeclarationFault.TailElementDiffers, parameter, element.ToDisplayString(), shape.Definition.Name);
    }

    private static PassingForm Form(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Out => PassingForm.Out,
        RefKind.Ref => PassingForm.Ref,
        _ => PassingForm.In,
    };

    // An invalid struct of this project has its own diagnostic.
    private TailModel? Unsupported(IParameterSymbol parameter)
        => ShapeReader.IsStructOfSource(parameter.Type) ? null : Fault(DeclarationFault.ParameterTypeIsUnsupported, parameter, parameter.Type.ToDisplayString());

    private TailModel? Fault(DeclarationFault fault, IParameterSymbol parameter, params string[] rest)
    {
        sink?.Report(fault, parameter.Place(), [method.Name, parameter.Name, .. rest]);
        return null;
    }
}
