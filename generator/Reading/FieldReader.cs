using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads the fields of a valid struct as its emitted part needs them.</summary>
public sealed class FieldReader(INamedTypeSymbol owner)
{
    public FieldModel Read(IFieldSymbol field)
    {
        ArrayModel? array = Array(field);
        string type = field.IsFixedSizeBuffer ? array!.ElementType : field.Type.Text();
        return new FieldModel(
            HierarchyReader.Escape(field.Name),
            PropertyName(field),
            ShapeReader.CName(field),
            type,
            Accessibility(field),
            Text(field, array),
            array,
            new EquatableArray<BitsModel>(field.FindAll(KnownNames.Bits).Select(bits => ReadBits(field, bits))),
            new EquatableArray<AliasModel>(field.FindAll(KnownNames.Alias)
                .Select(alias => new AliasModel(alias.Argument<string>(0) ?? "", CNameEngine.Member(alias.Argument<string>(0) ?? ""), alias.Named<string>("Since") ?? ""))
                .Where(alias => alias.Name.Length > 0)),
            NamesClass(field.Type),
            field.Type.Scalar() is CType.Integer integer ? integer.Size * 8 : 0);
    }

    public CapabilityOffsetModel? Capabilities()
    {
        foreach (IFieldSymbol field in ShapeReader.Fields(owner))
        {
            if (field.Find(KnownNames.CapabilityOffset) is not { } attribute)
                continue;
            string flags = attribute.Named<string>("Flags") ?? "";
            IFieldSymbol? flagsField = ShapeReader.Fields(owner).FirstOrDefault(other => other.Name == flags);
            TypedConstant flag = attribute.NamedConstant("Flag");
            return flagsField is null || flag.IsNull || ConstantReader.Expression(flag, flagsField.Type) is not { } expression
                ? new CapabilityOffsetModel(HierarchyReader.Escape(field.Name), "", "")
                : new CapabilityOffsetModel(HierarchyReader.Escape(field.Name), HierarchyReader.Escape(flagsField.Name), expression);
        }

        return null;
    }

    /// <summary>The property that a field's array or text gets. A public field keeps its name, so its property says what it is.</summary>
    public static string PropertyName(IFieldSymbol field)
    {
        string name = CNameEngine.Property(field.Name);
        return name == field.Name ? name + "Span" : name;
    }

    private static ArrayModel? Array(IFieldSymbol field)
    {
        bool isText = field.Has(KnownNames.CString);
        if (field.IsFixedSizeBuffer)
            return new ArrayModel(((IPointerTypeSymbol)field.Type).PointedAtType.Text(), field.FixedSize, IsFixedBuffer: true, isText);
        return field.Type.IsInlineArray(out ITypeSymbol? element, out int length)
            ? new ArrayModel(element!.Text(), length, IsFixedBuffer: false, isText)
            : null;
    }

    // What the user keeps private is the storage; what stands for it is meant for callers, unless it is reserved.
    private static string Accessibility(IFieldSymbol field) => field.DeclaredAccessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Internal => "internal",
        _ => "public",
    };

    private static TextForm Text(IFieldSymbol field, ArrayModel? array)
    {
        if (field.Has(KnownNames.ArgSize))
            return TextForm.Size;
        if (field.Has(KnownNames.Reserved))
            return TextForm.None;
        if (array is not null)
            return TextForm.Elements;
        if (field.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } constants && ConstantsReader.HasNames(constants))
            return TextForm.Constants;
        if (field.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            return TextForm.None;
        if (field.Type.IsKernelType() || field.Type.IsOurs(KnownNames.UserPointer))
            return TextForm.Nested;
        return field.Type.SpecialType is SpecialType.None
            ? TextForm.Nested
            : field.Type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_UIntPtr ? TextForm.Hexadecimal : TextForm.Number;
    }

    private static BitsModel ReadBits(IFieldSymbol field, AttributeData bits)
    {
        string name = bits.Argument<string>(0) ?? "";
        ITypeSymbol type = bits.Named<ITypeSymbol>("Type") ?? field.Type;
        return new BitsModel(HierarchyReader.Escape(name), CNameEngine.Member(name), bits.Argument<int>(1), type.Text(), NamesClass(type), bits.Named<int>("ByteOrder"));
    }

    private static string NamesClass(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Enum } constants && ConstantsReader.HasNames(constants) ? ConstantsReader.NamesClassText(constants) : "";
}
