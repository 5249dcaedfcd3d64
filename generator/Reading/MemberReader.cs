using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Checks the attributes on a struct's fields: each must be able to do what it says.</summary>
public sealed class MemberReader(INamedTypeSymbol type, DiagnosticSink? sink)
{
    private bool _areWell = true;

    public bool AreWell()
    {
        Once(KnownNames.ArgSize);
        Once(KnownNames.TailCount);
        Once(KnownNames.CapabilityOffset);
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            CheckRoles(field);
            CheckBits(field);
            if (field.Find(KnownNames.Aligned) is { } aligned && aligned.Argument<int>(0) is var bytes && (bytes <= 0 || bytes > 4096 || (bytes & (bytes - 1)) != 0))
                Fault(DeclarationFault.AlignmentIsNotPowerOfTwo, aligned.Place(field), field.Name, bytes.ToString());
        }

        CheckNames();
        return _areWell;
    }

    private void CheckRoles(IFieldSymbol field)
    {
        if (field.Has(KnownNames.ArgSize) && field.Type.SpecialType != SpecialType.System_UInt32)
            Fault(DeclarationFault.ArgSizeIsNotUInt, field.Place(), field.Name, field.Type.ToDisplayString());
        if (field.Has(KnownNames.TailCount))
        {
            if (field.Type.SpecialType is not (SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Int32 or SpecialType.System_UInt64))
                Fault(DeclarationFault.TailCountIsNotInteger, field.Place(), field.Name, field.Type.ToDisplayString());
            else if (!type.Has(KnownNames.Tail))
                Fault(DeclarationFault.TailCountWithoutTail, field.Place(), field.Name);
        }

        if (field.Find(KnownNames.CapabilityOffset) is { } capability)
        {
            string flags = capability.Named<string>("Flags") ?? "";
            if (field.Type.SpecialType != SpecialType.System_UInt32)
                Fault(DeclarationFault.CapabilityOffsetIsNotUInt, field.Place(), field.Name, field.Type.ToDisplayString());
            else if (flags.Length > 0 && !ShapeReader.Fields(type).Any(other => other.Name == flags))
                Fault(DeclarationFault.CapabilityFlagsFieldIsUnknown, capability.Place(field), field.Name, flags);
        }

        if (field.Has(KnownNames.CString) && !IsByteArray(field))
            Fault(DeclarationFault.CStringIsNotByteArray, field.Place(), field.Name, field.Type.ToDisplayString());
    }

    private void CheckBits(IFieldSymbol field)
    {
        AttributeData[] bits = field.FindAll(KnownNames.Bits).ToArray();
        if (bits.Length == 0)
            return;
        if (field.IsFixedSizeBuffer || field.Type.TypeKind == TypeKind.Enum || field.Type.Scalar() is not CType.Integer { Signed: false } word || field.Type.SpecialType == SpecialType.None)
        {
            Fault(DeclarationFault.BitsNeedUnsignedWord, field.Place(), field.Name, field.Type.ToDisplayString());
            return;
        }

        long named = bits.Sum(attribute => (long)attribute.Argument<int>(1));
        if (named != word.Size * 8 || bits.Any(attribute => attribute.Argument<int>(1) <= 0))
            Fault(DeclarationFault.BitsDoNotFillWord, field.Place(), field.Name, named.ToString(), (word.Size * 8).ToString());
        if (bits.Select(attribute => attribute.Named<int>("ByteOrder")).Distinct().Count() > 1)
            Fault(DeclarationFault.BitsByteOrderDiffers, field.Place(), field.Name);
        foreach (AttributeData attribute in bits)
        {
            if (attribute.Named<ITypeSymbol>("Type") is { } propertyType && (propertyType.TypeKind != TypeKind.Enum && propertyType.SpecialType == SpecialType.None || propertyType.Scalar() is not CType.Integer))
                Fault(DeclarationFault.BitsTypeIsNotInteger, attribute.Place(field), field.Name, propertyType.ToDisplayString());
        }
    }

    // Names that the emitted part declares must be free, and valid.
    private void CheckNames()
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return;
        HashSet<string> taken = [.. type.GetMembers().Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }).Select(member => member.Name), type.Name];
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            foreach (AttributeData attribute in field.FindAll(KnownNames.Bits).Concat(field.FindAll(KnownNames.Alias)))
                Take(attribute.Argument<string>(0) ?? "", attribute.Place(field), field, isOptional: attribute.AttributeClass.IsOurs(KnownNames.Bits));
            if ((field.IsFixedSizeBuffer || field.Type.IsInlineArray(out _, out _)) && !field.Has(KnownNames.Reserved))
                Take(FieldReader.PropertyName(field), field.Place(), field, isOptional: false);
        }

        void Take(string name, Location? place, IFieldSymbol field, bool isOptional)
        {
            if (name.Length == 0 && isOptional)
                return;
            if (!Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name) || !taken.Add(name))
                Fault(DeclarationFault.MemberNameIsTaken, place, field.Name, name);
        }
    }

    private void Once(string attribute)
    {
        IFieldSymbol? second = ShapeReader.Fields(type).Where(field => field.Has(attribute)).Skip(1).FirstOrDefault();
        if (second is not null)
            Fault(DeclarationFault.AttributeIsRepeated, second.Place(), second.Name, attribute.Substring(0, attribute.Length - "Attribute".Length));
    }

    private static bool IsByteArray(IFieldSymbol field)
        => field.IsFixedSizeBuffer
            ? field.Type is IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Byte or SpecialType.System_SByte }
            : field.Type.IsInlineArray(out ITypeSymbol? element, out _) && element!.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte;

    private void Fault(DeclarationFault fault, Location? place, params string[] rest)
    {
        sink?.Report(fault, place, [type.Name, .. rest]);
        _areWell = false;
    }
}
