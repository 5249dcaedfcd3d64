using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads what stands behind the argument: the struct that <c>Tail =</c> or a <c>[Tail]</c> parameter is, and what stands behind that.</summary>
public sealed class TailReader(IMethodSymbol method, ShapeModel argument, StructReader structs, DiagnosticSink? sink, CancellationToken cancellation)
{
    public TailModel? Tail { get; private set; }

    public TailStructModel? Struct { get; private set; }

    /// <summary>The type of <see cref="Struct"/>.</summary>
    public INamedTypeSymbol? StructType { get; private set; }

    /// <param name="parameter">The <c>[Tail]</c> parameter; null when there is none.</param>
    public bool Read(IParameterSymbol? parameter)
    {
        AttributeData ioctl = method.Find("IoctlAttribute")!;
        TypedConstant stated = ioctl.NamedConstant("Tail");
        // A half-typed type name is the compiler's business.
        if (ioctl.HasNamed("Tail") && (stated.Kind == TypedConstantKind.Error || stated.Value is ITypeSymbol { TypeKind: TypeKind.Error }))
            return false;
        return (ioctl.Named<ITypeSymbol>("Tail") is not { } type || ReadStated(type)) && (parameter is null || ReadParameter(parameter));
    }

    private bool ReadStated(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || !type.IsKernelType())
            return Fault(DeclarationFault.ArgumentTypeIsNotKernelStruct, method, "tail", type.Name);
        if (argument.Definition.Tail is not { } tail)
            return Fault(DeclarationFault.TailIsUnknown, method, type.Name, argument.Definition.Name);
        return structs.ReadShape(named, method, sink) is { } shape && SetStruct(new TailStructModel("", PassingForm.In, shape), named, tail, method, type.Name);
    }

    private bool ReadParameter(IParameterSymbol parameter)
    {
        ShapeModel owner = Struct?.Shape ?? argument;
        if (owner.Definition.Tail is not { } tail)
            return Fault(DeclarationFault.TailIsUnknown, parameter, parameter.Name, owner.Definition.Name);
        if (parameter.RefKind == RefKind.None)
            return ReadElements(parameter, owner, tail);

        string name = HierarchyReader.Escape(parameter.Name);
        if (Struct is null && parameter.Type is INamedTypeSymbol named && named.IsKernelType())
            return structs.ReadShape(named, method, sink) is { } shape && SetStruct(new TailStructModel(name, Form(parameter), shape), named, tail, parameter, parameter.Name);
        if (new ShapeReader(null, cancellation).TypeOf(parameter.Type) is not { } single)
            return Unsupported(parameter);
        Tail = new TailModel.Single(name, Form(parameter), parameter.Type.Text(), single);
        return IsElement(single, tail) || Fault(DeclarationFault.TailElementDiffers, parameter, parameter.Name, parameter.Type.ToDisplayString(), owner.Definition.Name);
    }

    private bool SetStruct(TailStructModel model, INamedTypeSymbol type, CType tail, ISymbol culprit, string name)
    {
        Struct = model;
        StructType = type;
        return IsElement(new CType.Struct(model.Shape.Definition), tail)
            || Fault(DeclarationFault.TailElementDiffers, culprit, name, type.ToDisplayString(), argument.Definition.Name);
    }

    private bool ReadElements(IParameterSymbol parameter, ShapeModel owner, CType tail)
    {
        string name = HierarchyReader.Escape(parameter.Name);
        if (parameter.Type.SpanElement(out bool isWritable) is not { } element)
            return Unsupported(parameter);
        if (element.IsHandle())
        {
            Tail = new TailModel.Handles(name, element.AnnotatedText());
            return (tail is CType.Integer { Size: 1 or 4 } && !isWritable)
                || Fault(DeclarationFault.TailElementDiffers, parameter, parameter.Name, element.ToDisplayString(), owner.Definition.Name);
        }

        if (new ElementReader(method, sink, cancellation).Read(parameter, element) is not { } elementType)
            return false;
        Tail = new TailModel.Elements(name, element.Text(), elementType, isWritable);
        return IsElement(elementType, tail) || Fault(DeclarationFault.TailElementDiffers, parameter, parameter.Name, element.ToDisplayString(), owner.Definition.Name);
    }

    // A tail of bytes (vfio_irq_set.data) is typed by the flags: anything goes.
    private static bool IsElement(CType type, CType tail)
        => tail is CType.Integer { Size: 1 } || CLayoutEngine.SizeOf(type, DataModel.Lp64) == CLayoutEngine.SizeOf(tail, DataModel.Lp64);

    private static PassingForm Form(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Out => PassingForm.Out,
        RefKind.Ref => PassingForm.Ref,
        _ => PassingForm.In,
    };

    // An invalid struct of this project has its own diagnostic.
    private bool Unsupported(IParameterSymbol parameter)
        => !ShapeReader.IsStructOfSource(parameter.Type) && Fault(DeclarationFault.ParameterTypeIsUnsupported, parameter, parameter.Name, parameter.Type.ToDisplayString());

    private bool Fault(DeclarationFault fault, ISymbol culprit, params string[] rest)
    {
        sink?.Report(fault, culprit.Place(), [method.Name, .. rest]);
        return false;
    }
}
