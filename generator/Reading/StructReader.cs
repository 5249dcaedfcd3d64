using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads a declared <c>[KernelStruct]</c> or <c>[KernelUnion]</c>; null when it is not valid.</summary>
public sealed class StructReader(DiagnosticSink? sink, CancellationToken cancellation)
{
    // Most commands of a group share a few structs, and an editor reads the group on every keystroke.
    private readonly Dictionary<INamedTypeSymbol, ShapeModel?> _shapes = new(SymbolEqualityComparer.Default);

    /// <summary>What guards calls with the structs.</summary>
    public LayoutGuardReader Guards { get; } = new(cancellation);

    public StructModel? Read(INamedTypeSymbol type, TargetModel target)
    {
        ShapeModel? shape = ReadShape(type);
        if (shape is null || type.DeclaringSyntaxReferences.IsEmpty)
            return null;

        FieldReader fields = new(type);
        AttributeData attribute = (type.FindByFullName(KnownNames.KernelStruct) ?? type.FindByFullName(KnownNames.KernelUnion))!;
        return new StructModel(
            HierarchyReader.Read(type),
            target,
            shape,
            attribute.Named<string>("Header") ?? "",
            SinceReader.Read(type),
            new EquatableArray<FieldModel>(ShapeReader.Fields(type).Select(fields.Read)),
            EmitsLayout: ClrStructReader.StatedLayout(type) is null,
            EmitsSummary: !HierarchyReader.IsDocumented(type),
            EmitsRemarks: !HierarchyReader.HasRemarks(type),
            EmitsToString: type.GetMembers("ToString").All(member => member is IMethodSymbol { Parameters.IsEmpty: false }),
            Guards.Read(type),
            fields.Capabilities());
    }

    /// <summary>The shape of a struct that calls can use, in source or metadata; null when it is not valid.</summary>
    public ShapeModel? ReadShape(INamedTypeSymbol type)
    {
        if (!_shapes.TryGetValue(type, out ShapeModel? shape))
        {
            shape = ReadShapeAnew(type);
            _shapes.Add(type, shape);
        }

        return shape;
    }

    /// <summary>As <see cref="ReadShape(INamedTypeSymbol)"/>, for a method that needs it: of an invalid struct without a diagnostic of its own the method tells.</summary>
    public ShapeModel? ReadShape(INamedTypeSymbol type, IMethodSymbol method, DiagnosticSink? complaints)
    {
        ShapeModel? shape = ReadShape(type);
        if (shape is null && type.DeclaringSyntaxReferences.IsEmpty)
            complaints?.Report(DeclarationFault.ReferencedStructIsInvalid, method.Place(), method.ContainingType.Name, method.Name, type.ToDisplayString());
        return shape;
    }

    private ShapeModel? ReadShapeAnew(INamedTypeSymbol type)
    {
        if (!IsDeclaredWell(type))
            return null;

        ShapeModel? shape = new ShapeReader(sink, cancellation).Read(type);
        if (shape is null)
            return null;

        bool membersAreWell = new MemberReader(type, sink).AreWell();
        return membersAreWell && new LayoutReader(type, shape.Definition, sink).IsWell() ? shape : null;
    }

    private bool IsDeclaredWell(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Struct)
            return false;
        AttributeData? kernelStruct = type.FindByFullName(KnownNames.KernelStruct);
        AttributeData? union = type.FindByFullName(KnownNames.KernelUnion);
        if (kernelStruct is not null && union is not null)
            return Fault(DeclarationFault.StructIsAlsoUnion, type);
        if ((kernelStruct ?? union) is not { } attribute || attribute.IsHalfTyped())
            return false;
        // Null is a struct without a tag.
        string? tag = attribute.Argument<string>(0);
        if (kernelStruct is not null && tag is not null && string.IsNullOrWhiteSpace(tag))
            return Fault(DeclarationFault.StructHasNoCName, type);
        if (tag is not null && attribute.Named<bool>("Anonymous"))
            return Fault(DeclarationFault.AnonymousStructHasCName, type);
        if (type.IsRecord)
            return Fault(DeclarationFault.StructIsRecord, type);
        if (type.IsRefLikeType || type.IsReadOnly)
            return Fault(DeclarationFault.StructIsRefOrReadOnly, type);
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
                return Fault(DeclarationFault.StructIsGeneric, type);
        }

        return IsInOneOpenPart(type) && HasPlainFields(type);
    }

    private bool IsInOneOpenPart(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return true;
        if (!HierarchyReader.CanReopen(type, sink))
            return false;
        if (!HierarchyReader.IsPartial(type))
            return Fault(DeclarationFault.TypeIsNotPartial, type);

        ImmutableArray<IFieldSymbol> fields = ShapeReader.Fields(type);
        IFieldSymbol? stray = fields.FirstOrDefault(field => !IsInPartOf(field, fields[0]));
        if (stray is null)
            return true;
        sink?.Report(DeclarationFault.FieldsStandInSeveralParts, stray.Place(), type.Name, stray.Name);
        return false;
    }

    private bool HasPlainFields(INamedTypeSymbol type)
    {
        IFieldSymbol? hidden = ShapeReader.Fields(type).FirstOrDefault(field => field.IsImplicitlyDeclared && !type.DeclaringSyntaxReferences.IsEmpty);
        if (hidden is not null)
        {
            ISymbol culprit = hidden.AssociatedSymbol ?? type;
            sink?.Report(DeclarationFault.FieldIsHidden, culprit.Place(), type.Name, culprit.Name);
            return false;
        }

        // A field-like event has a field that no list of members shows.
        if (type.GetMembers().OfType<IEventSymbol>().FirstOrDefault(@event => !@event.IsStatic && @event.AddMethod is { IsImplicitlyDeclared: true }) is { } stray)
        {
            sink?.Report(DeclarationFault.FieldIsHidden, stray.Place(), type.Name, stray.Name);
            return false;
        }

        // A struct that is only a tail (no fields of its own) does not exist in C either: an empty struct is a GNU extension of size 0, the CLR gives it 1.
        return !ShapeReader.Fields(type).IsEmpty || Fault(DeclarationFault.StructHasNoFields, type);
    }

    private static bool IsInPartOf(IFieldSymbol field, IFieldSymbol other)
    {
        SyntaxNode? part = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken.None).FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>();
        SyntaxNode? otherPart = other.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken.None).FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>();
        return part is null || otherPart is null || part == otherPart;
    }

    private bool Fault(DeclarationFault fault, INamedTypeSymbol type)
    {
        sink?.Report(fault, type.Place(), type.Name);
        return false;
    }
}
