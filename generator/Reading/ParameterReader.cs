using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Sorts the parameters of a method into descriptor, argument, tail, number and fields.</summary>
public sealed class ParameterReader(IMethodSymbol method, StructReader structs, DiagnosticSink? sink, CancellationToken cancellation)
{
    public DescriptorModel? Descriptor { get; private set; }

    public ArgumentModel? Argument { get; private set; }

    /// <summary>The C type behind the argument's pointer; null when there is none or its size is known at run time only.</summary>
    public CType? ArgumentType { get; private set; }

    /// <summary>The struct of the argument; null when it is not one.</summary>
    public INamedTypeSymbol? ArgumentStruct { get; private set; }

    public ShapeModel? ArgumentShape { get; private set; }

    public TailModel? Tail { get; private set; }

    public TailStructModel? TailStruct { get; private set; }

    /// <summary>The struct behind the argument; null when there is none.</summary>
    public INamedTypeSymbol? TailStructType { get; private set; }

    public string NumberParameter { get; private set; } = "";

    public IParameterSymbol? ValueOutput { get; private set; }

    public IParameterSymbol? HandleOutput { get; private set; }

    public IParameterSymbol? BufferOutput { get; private set; }

    public List<IParameterSymbol> FieldParameters { get; } = [];

    private IParameterSymbol? TailParameter { get; set; }

    /// <summary>Classifies every parameter; false when one cannot be.</summary>
    public bool Read()
    {
        IParameterSymbol? first = method.Parameters.FirstOrDefault();
        if (first is null || first.RefKind != RefKind.None || RoleReader.Roles(first).Length > 0 || (first.Type.SpecialType != SpecialType.System_Int32 && !first.Type.IsHandle()))
        {
            sink?.Report(DeclarationFault.DescriptorIsMissing, (first ?? (ISymbol)method).Place(), method.Name, first?.ToDisplayString() ?? "no parameter");
            return false;
        }

        Descriptor = new DescriptorModel(HierarchyReader.Escape(first.Name), first.Type.IsHandle());
        return method.Parameters.Skip(1).All(Classify);
    }

    /// <summary>Settles the argument once the result is known; false when there is none where one is needed, or more than one.</summary>
    public bool ResolveArgument(ResultModel result)
    {
        INamedTypeSymbol? stated = method.Find("IoctlAttribute")!.Named<INamedTypeSymbol>("Argument");
        INamedTypeSymbol? returned = result.Form switch
        {
            ResultForm.Struct => method.ReturnType as INamedTypeSymbol,
            ResultForm.Buffer => method.ReturnType.BufferElement(),
            _ => BufferOutput?.Type.BufferElement(),
        };
        if (stated is not null && returned is not null && !SymbolEqualityComparer.Default.Equals(stated, returned))
            return Repeated(method, stated.Name, returned.Name);

        INamedTypeSymbol? local = returned ?? stated;
        if (local is null)
        {
            Argument ??= new ArgumentModel.None();
            return true;
        }

        if (Argument is not null)
            return Repeated(method, local.Name, method.Parameters.First(IsArgument).Name);
        if (!local.IsKernelType())
            return Fault(DeclarationFault.ArgumentTypeIsNotKernelStruct, method, "argument", local.Name);
        if (Shape(local) is not { } shape)
            return false;
        Argument = new ArgumentModel.Local(shape);
        return true;
    }

    /// <summary>Settles the tail; false when something needs a struct and there is none.</summary>
    public bool ResolveFields()
    {
        if (ArgumentShape is not null)
        {
            TailReader tails = new(method, ArgumentShape, structs, sink, cancellation);
            bool isWell = tails.Read(TailParameter);
            (Tail, TailStruct, TailStructType) = (tails.Tail, tails.Struct, tails.StructType);
            return isWell;
        }

        ISymbol orphan = FieldParameters.FirstOrDefault() ?? TailParameter ?? (ISymbol)method;
        string part = orphan.Has(KnownNames.Field) ? "[Field]"
            : orphan.Has(KnownNames.Tail) ? "[Tail]"
            : method.Has(KnownNames.Preset) ? "[Preset]"
            : method.GetReturnTypeAttributes().Find(KnownNames.Field) is not null ? "[return: Field]"
            : method.Find("IoctlAttribute")!.Named<ITypeSymbol>("Tail") is not null ? "Tail ="
            : "";
        return part.Length == 0 || ReportOrphan(orphan, part);
    }

    private bool ReportOrphan(ISymbol orphan, string part)
    {
        sink?.Report(DeclarationFault.ArgumentIsNotStruct, orphan.Place(), method.Name, part);
        return false;
    }

    private bool Classify(IParameterSymbol parameter)
    {
        if (RoleReader.Roles(parameter) is { Length: > 1 } roles)
            return Fault(DeclarationFault.ParameterAttributesContradict, parameter, roles[0], roles[1]);
        if (parameter.Has(KnownNames.Number))
        {
            if (parameter.Type.SpecialType != SpecialType.System_Byte || parameter.RefKind != RefKind.None)
                return Fault(DeclarationFault.NumberParameterIsNotByte, parameter, parameter.Type.ToDisplayString());
            if (NumberParameter.Length > 0)
                return Fault(DeclarationFault.AttributeIsRepeated, parameter, "Number");
            NumberParameter = HierarchyReader.Escape(parameter.Name);
            return true;
        }

        if (RoleReader.Roles(parameter).Length == 0 && SpanRuleReader.IsOnlyLimit(parameter))
            return true;
        if (parameter.Has(KnownNames.Field))
        {
            FieldParameters.Add(parameter);
            return true;
        }

        if (parameter.Has(KnownNames.Tail))
        {
            if (TailParameter is not null)
                return Fault(DeclarationFault.AttributeIsRepeated, parameter, "Tail");
            TailParameter = parameter;
            return true;
        }

        return parameter.RefKind == RefKind.Out && ClassifyOutput(parameter) is { } isWell ? isWell : SetArgument(parameter);
    }

    // Null: the parameter is the argument itself.
    private bool? ClassifyOutput(IParameterSymbol parameter)
    {
        bool returnsErrno = method.ReturnType.IsOurs(KnownNames.Errno);
        if (parameter.Has(KnownNames.ReturnValue))
        {
            if (parameter.Type.SpecialType != SpecialType.System_Int32 && parameter.Type.TypeKind != TypeKind.Enum)
                return Fault(DeclarationFault.ReturnValueIsNotOutInteger, parameter, parameter.Type.ToDisplayString());
            if (ValueOutput is not null)
                return Fault(DeclarationFault.AttributeIsRepeated, parameter, "ReturnValue");
            ValueOutput = parameter;
        }
        else if (parameter.Type.IsHandle())
        {
            if (HandleOutput is not null)
                return Repeated(parameter, HandleOutput.Name, parameter.Name);
            HandleOutput = parameter;
        }
        else if (parameter.Type.BufferElement() is not null)
        {
            if (BufferOutput is not null)
                return Repeated(parameter, BufferOutput.Name, parameter.Name);
            BufferOutput = parameter;
        }
        else
        {
            return null;
        }

        return returnsErrno || Fault(DeclarationFault.OutParameterNeedsErrno, parameter);
    }

    private bool SetArgument(IParameterSymbol parameter)
    {
        if (Argument is not null)
            return Repeated(parameter, method.Parameters.First(IsArgument).Name, parameter.Name);
        if (parameter.Has(KnownNames.ReturnValue))
            return Fault(DeclarationFault.ReturnValueIsNotOutInteger, parameter, parameter.Type.ToDisplayString());

        Argument = parameter.Has(KnownNames.CString) ? ReadText(parameter) : parameter.RefKind == RefKind.None ? ReadValue(parameter) : ReadReference(parameter);
        return Argument is not null;
    }

    private bool Repeated(ISymbol culprit, string first, string second)
    {
        sink?.Report(DeclarationFault.ArgumentIsRepeated, culprit.Place(), method.Name, first, second);
        return false;
    }

    private bool IsArgument(IParameterSymbol parameter)
        => parameter.Ordinal > 0 && !SpanRuleReader.IsOnlyLimit(parameter) && !parameter.Has(KnownNames.Number) && !parameter.Has(KnownNames.Field) && !parameter.Has(KnownNames.Tail);

    private ArgumentModel? ReadText(IParameterSymbol parameter)
    {
        bool isText = parameter.RefKind == RefKind.None
            && (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.SpanElement(out bool isWritable)?.SpecialType == SpecialType.System_Byte && !isWritable);
        if (isText)
            return new ArgumentModel.Text(HierarchyReader.Escape(parameter.Name));
        Fault(DeclarationFault.CStringParameterIsNotText, parameter, parameter.Type.ToDisplayString());
        return null;
    }

    private ArgumentModel? ReadValue(IParameterSymbol parameter)
    {
        string name = HierarchyReader.Escape(parameter.Name);
        if (parameter.Type.IsHandle())
        {
            ArgumentType = new CType.Integer(4, Signed: true);
            return new ArgumentModel.Handle(name, ByPointer: false);
        }

        if (parameter.Type.SpanElement(out _) is { } element)
        {
            if (new ElementReader(method, sink, cancellation).Read(parameter, element) is not { } elementType)
                return null;
            if (ElementSize(elementType) is { } size)
                return new ArgumentModel.Elements(name, size);
            Fault(DeclarationFault.ParameterTypeIsUnsupported, parameter, parameter.Type.ToDisplayString());
            return null;
        }

        ArgumentType = parameter.Type.Scalar();
        if (ValueReader.Conversion(parameter.Type) is { } conversion)
            return new ArgumentModel.Value(name, conversion);
        Fault(
            parameter.Type.IsKernelType() ? DeclarationFault.StructIsPassedByValue
            : ArgumentType is CType.Integer { Size: 8 } && parameter.Type.SpecialType != SpecialType.System_Double ? DeclarationFault.LongIsPassedByValue
            : DeclarationFault.ParameterTypeIsUnsupported,
            parameter,
            parameter.Type.ToDisplayString());
        return null;
    }

    private ArgumentModel? ReadReference(IParameterSymbol parameter)
    {
        string name = HierarchyReader.Escape(parameter.Name);
        PassingForm form = parameter.RefKind switch
        {
            RefKind.Out => PassingForm.Out,
            RefKind.Ref => PassingForm.Ref,
            _ => PassingForm.In,
        };
        if (parameter.Type.IsHandle() && form == PassingForm.In)
        {
            ArgumentType = new CType.Integer(4, Signed: true);
            return new ArgumentModel.Handle(name, ByPointer: true);
        }

        if (parameter.Type is INamedTypeSymbol named && named.IsKernelType())
            return Shape(named) is { } shape ? new ArgumentModel.Reference(name, form, named.Text(), shape) : null;

        ArgumentType = parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol ? null : new ShapeReader(null, cancellation).TypeOf(parameter.Type);
        if (ArgumentType is not null)
            return new ArgumentModel.Reference(name, form, parameter.Type.Text(), Shape: null);
        if (!ShapeReader.IsStructOfSource(parameter.Type))
            Fault(DeclarationFault.ParameterTypeIsUnsupported, parameter, parameter.Type.ToDisplayString());
        return null;
    }

    // An invalid struct has its own diagnostic; its methods stay silent and emit nothing.
    private ShapeModel? Shape(INamedTypeSymbol type)
    {
        ShapeModel? shape = structs.ReadShape(type, method, sink);
        if (shape is null)
            return null;

        ArgumentStruct = type;
        ArgumentShape = shape;
        ArgumentType = new CType.Struct(shape.Definition);
        return shape;
    }

    /// <summary>The size of an element on every data model; null when they differ.</summary>
    public static int? ElementSize(CType type)
    {
        int size = CLayoutEngine.SizeOf(type, DataModel.Lp64);
        return size > 0 && size == CLayoutEngine.SizeOf(type, DataModel.Ilp32) && size == CLayoutEngine.SizeOf(type, DataModel.I386) ? size : null;
    }

    private bool Fault(DeclarationFault fault, ISymbol culprit, params string[] rest)
    {
        sink?.Report(fault, culprit.Place(), culprit is IParameterSymbol ? [method.Name, culprit.Name, .. rest] : [method.Name, .. rest]);
        return false;
    }
}
