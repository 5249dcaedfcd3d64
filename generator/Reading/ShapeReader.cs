using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads the C side of a kernel struct from its symbol: source or metadata, it makes no difference.</summary>
public sealed class ShapeReader(DiagnosticSink? sink, CancellationToken cancellation)
{
    // No kernel struct comes near either; hostile nesting must not make an editor hang.
    private const int MaximumDepth = 32;
    private const int MaximumStructs = 1000;

    // Structs on the way from the outermost to the one being read: meeting one again is a cycle.
    private readonly Stack<INamedTypeSymbol> _path = new();
    private int _structs;

    /// <summary>The shape of a struct or union; null when it is not a valid one.</summary>
    public ShapeModel? Read(INamedTypeSymbol type)
    {
        CStruct? definition = ReadDefinition(type);
        if (definition is null)
            return null;

        string argSize = "";
        string tailCount = "";
        foreach (IFieldSymbol field in Fields(type))
        {
            if (field.Has(KnownNames.ArgSize))
                argSize = CName(field);
            if (field.Has(KnownNames.TailCount))
                tailCount = CName(field);
        }

        return new ShapeModel(type.Text(), definition, argSize, tailCount);
    }

    /// <summary>The instance fields in C order.</summary>
    public static ImmutableArray<IFieldSymbol> Fields(INamedTypeSymbol type)
        => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).ToImmutableArray();

    /// <summary>Whether the type is a kernel struct of this project, or an array of one: what is wrong with it has its own diagnostic.</summary>
    public static bool IsStructOfSource(ITypeSymbol type)
        => Element(type) is not { } inner || inner.TypeKind == TypeKind.Error || (inner.IsKernelType() && !inner.DeclaringSyntaxReferences.IsEmpty);

    // What an inline array holds in the end; null for one that holds itself, which is the compiler's business (CS0523).
    private static ITypeSymbol? Element(ITypeSymbol type)
    {
        for (int depth = 0; depth < MaximumDepth; depth++)
        {
            if (!type.IsInlineArray(out ITypeSymbol? element, out _))
                return type;
            type = element!;
        }

        return null;
    }

    /// <summary>The C member of a field.</summary>
    public static string CName(ISymbol field)
        => field.Find(KnownNames.CName)?.Argument<string>(0) is { Length: > 0 } name ? name : CNameEngine.Member(field.Name);

    /// <summary>The C type of a field; null when it has none.</summary>
    public CType? FieldType(INamedTypeSymbol owner, IFieldSymbol field, bool report = true)
    {
        if (field.IsFixedSizeBuffer)
        {
            ITypeSymbol? element = (field.Type as IPointerTypeSymbol)?.PointedAtType;
            if (element?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char)
                return Fault(DeclarationFault.FieldTypeIsNotFixedWidth, owner, field, report);
            // Any other type that is no integer is the compiler's business (CS1663), a length of zero too (CS1665).
            return element.Scalar() is { } scalar && field.FixedSize > 0 ? new CType.Array(scalar, field.FixedSize) : null;
        }

        return TypeOf(field.Type) ?? Fault(Reason(field.Type), owner, field, report);
    }

    /// <summary>The C type of any C# type that can stand in a kernel struct; null for the others.</summary>
    public CType? TypeOf(ITypeSymbol type) => TypeOf(type, depth: 0);

    private CType? TypeOf(ITypeSymbol type, int depth)
    {
        if (type.Scalar() is { } scalar)
            return scalar;
        // An array of itself (CS0523) would never end.
        if (type.IsInlineArray(out ITypeSymbol? element, out int length))
            return depth < MaximumDepth && TypeOf(element!, depth + 1) is { } elementType ? new CType.Array(elementType, length) : null;
        return type is INamedTypeSymbol named && type.IsKernelType() && ReadDefinition(named) is { } nested ? new CType.Struct(nested) : null;
    }

    private CStruct? ReadDefinition(INamedTypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        AttributeData? union = type.FindByFullName(KnownNames.KernelUnion);
        AttributeData? attribute = type.FindByFullName(KnownNames.KernelStruct) ?? union;
        if (attribute is null || type.TypeKind != TypeKind.Struct)
            return null;
        if (_path.Contains(type, SymbolEqualityComparer.Default))
            return null;
        if (_path.Count >= MaximumDepth || ++_structs > MaximumStructs)
        {
            INamedTypeSymbol outermost = _path.LastOrDefault() ?? type;
            sink?.Report(DeclarationFault.StructIsTooLarge, outermost.Place(), outermost.Name);
            return null;
        }

        _path.Push(type);
        try
        {
            return ReadMembers(type, attribute, union is not null);
        }
        finally
        {
            _path.Pop();
        }
    }

    private CStruct? ReadMembers(INamedTypeSymbol type, AttributeData attribute, bool isUnion)
    {
        bool isValid = true;
        List<CField> fields = [];
        foreach (IFieldSymbol field in Fields(type))
        {
            CType? fieldType = FieldType(type, field);
            if (fieldType is null)
            {
                isValid = false;
                continue;
            }

            int aligned = field.Find(KnownNames.Aligned)?.Argument<int>(0) ?? 0;
            fields.Add(new CField(CName(field), fieldType, IsPowerOfTwo(aligned) ? aligned : 0, Bits(field)));
        }

        CType? tail = null;
        if (type.Find(KnownNames.Tail) is { } tailAttribute)
        {
            ITypeSymbol? element = tailAttribute.Argument<ITypeSymbol>(1);
            tail = element is null ? null : TypeOf(element);
            if (tail is null)
            {
                if (!tailAttribute.IsHalfTyped() && (element is null || !IsStructOfSource(element) || _path.Contains(element, SymbolEqualityComparer.Default)))
                    Report(DeclarationFault.TailElementIsNotFixedWidth, tailAttribute.Place(type), type.Name, element?.ToDisplayString() ?? "nothing");
                isValid = false;
            }
        }

        int structAligned = type.Find(KnownNames.Aligned)?.Argument<int>(0) ?? 0;
        return isValid
            ? new CStruct(
                attribute.Argument<string>(0) ?? "",
                isUnion,
                attribute.Named<bool>("Packed"),
                IsPowerOfTwo(structAligned) ? structAligned : 0,
                fields,
                tail)
            : null;
    }

    private static bool IsPowerOfTwo(int value) => value > 0 && value <= 4096 && (value & (value - 1)) == 0;

    private static EquatableArray<CBits> Bits(IFieldSymbol field)
        => new(field.FindAll(KnownNames.Bits).Select(bits => new CBits(CNameEngine.Member(bits.Argument<string>(0) ?? ""), bits.Argument<int>(1))));

    private static DeclarationFault Reason(ITypeSymbol type)
        => type.IsInlineArray(out _, out _) && Element(type) is { } element ? Reason(element)
            : type.IsKernelType() ? DeclarationFault.ReferencedStructIsInvalid
            // On a struct of somebody else's nobody can put an attribute.
            : type is { TypeKind: TypeKind.Struct, IsTupleType: false } && !type.DeclaringSyntaxReferences.IsEmpty ? DeclarationFault.FieldTypeIsNotKernelStruct : DeclarationFault.FieldTypeIsNotFixedWidth;

    private CType? Fault(DeclarationFault fault, INamedTypeSymbol owner, IFieldSymbol field, bool report)
    {
        // A half-typed type name and a struct that holds itself (CS0523) are the compiler's business, an invalid struct that struct's own diagnostic.
        if (report && !IsStructOfSource(field.Type))
            Report(fault, field.Place(), owner.Name, field.Name, field.Type.ToDisplayString());
        return null;
    }

    // What is wrong inside a nested struct is that struct's own diagnostic.
    private void Report(DeclarationFault fault, Location? location, params string[] arguments)
    {
        if (_path.Count <= 1)
            sink?.Report(fault, location, arguments);
    }
}
