using System.Linq;
using IoctlSharp.Generator.Layout;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Checks the bit-fields of storage words.</summary>
public sealed class BitsReader(INamedTypeSymbol type, DiagnosticSink? sink)
{
    private bool _areWell = true;

    public bool AreWell()
    {
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            AttributeData[] bits = field.FindAll(KnownNames.Bits).ToArray();
            if (bits.Length > 0 && !bits.Any(attribute => attribute.IsHalfTyped()))
                Check(field, bits);
        }

        return _areWell;
    }

    private void Check(IFieldSymbol field, AttributeData[] bits)
    {
        if (field.IsFixedSizeBuffer || field.Type.TypeKind == TypeKind.Enum || field.Type.SpecialType == SpecialType.None || field.Type.Scalar() is not CType.Integer { Signed: false } word)
        {
            Fault(DeclarationFault.BitsNeedUnsignedWord, field.Place(), field.Name, field.Type.ToDisplayString());
            return;
        }

        long named = bits.Sum(attribute => (long)attribute.Argument<int>(1));
        if (named != word.Size * 8 || bits.Any(attribute => attribute.Argument<int>(1) <= 0))
        {
            Fault(DeclarationFault.BitsDoNotFillWord, field.Place(), field.Name, named.ToString(), (word.Size * 8).ToString());
            return;
        }

        if (bits.Select(attribute => attribute.Named<int>("ByteOrder")).Distinct().Count() > 1)
            Fault(DeclarationFault.BitsByteOrderDiffers, field.Place(), field.Name);
        foreach (AttributeData attribute in bits)
        {
            if (attribute.Named<ITypeSymbol>("Type") is { TypeKind: not TypeKind.Error } stated && (stated.TypeKind != TypeKind.Enum && stated.SpecialType == SpecialType.None || stated.Scalar() is not CType.Integer))
                Fault(DeclarationFault.BitsTypeIsNotInteger, attribute.Place(field), field.Name, stated.ToDisplayString());
        }
    }

    private void Fault(DeclarationFault fault, Location? place, params string[] rest)
    {
        sink?.Report(fault, place, [type.Name, .. rest]);
        _areWell = false;
    }
}
