using System.Linq;
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
            if (RoleReader.Roles(field) is { Length: > 1 } roles)
            {
                Fault(DeclarationFault.FieldRolesContradict, field.Place(), field.Name, roles[0], roles[1]);
                continue;
            }

            // What the kernel alone writes may be readonly; what the emitted part writes may not.
            if (field.IsReadOnly && (field.Has(KnownNames.Bits) || field.Has(KnownNames.Alias) || field.Type.IsInlineArray(out _, out _)))
                Fault(DeclarationFault.FieldIsReadOnly, field.Place(), field.Name);
            CheckRoles(field);
            CheckUnion(field);
            if (field.Find(KnownNames.Aligned) is { } aligned && !aligned.IsHalfTyped() && aligned.Argument<int>(0) is var bytes && (bytes <= 0 || bytes > 4096 || (bytes & (bytes - 1)) != 0))
                Fault(DeclarationFault.AlignmentIsNotPowerOfTwo, aligned.Place(field), field.Name, bytes.ToString());
        }

        bool bitsAreWell = new BitsReader(type, sink).AreWell();
        return new EmittedNameReader(type, sink).AreFree() && bitsAreWell && _areWell;
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
                Fault(DeclarationFault.TailCountHasNoTail, field.Place(), field.Name);
        }

        if (field.Find(KnownNames.CapabilityOffset) is { } capability)
        {
            string flags = capability.Named<string>("Flags") ?? "";
            if (field.Type.SpecialType != SpecialType.System_UInt32)
                Fault(DeclarationFault.CapabilityOffsetIsNotUInt, field.Place(), field.Name, field.Type.ToDisplayString());
            else if (flags.Length > 0 && Field(flags) is null)
                Fault(DeclarationFault.CapabilityFlagsFieldIsUnknown, capability.Place(field), field.Name, flags);
            else if (flags.Length > 0 ? ConstantReader.Expression(capability.NamedConstant("Flag"), Field(flags)!.Type) is null : capability.HasNamed("Flag"))
                Fault(DeclarationFault.CapabilityFlagIsNotConstant, capability.Place(field), field.Name, flags.Length > 0 ? flags : "Flags");
        }

        if (field.Has(KnownNames.CString) && !IsByteArray(field))
            Fault(DeclarationFault.CStringIsNotByteArray, field.Place(), field.Name, field.Type.ToDisplayString());
    }

    private void CheckUnion(IFieldSymbol field)
    {
        if (field.Find(KnownNames.Union) is not { } union)
            return;
        string discriminator = union.Named<string>("Discriminator") ?? "";
        if (field.IsFixedSizeBuffer || field.Type.TypeKind != TypeKind.Error && (field.Type as INamedTypeSymbol)?.FindByFullName(KnownNames.KernelUnion) is null)
            Fault(DeclarationFault.UnionFieldIsNotUnion, field.Place(), field.Name, field.Type.ToDisplayString());
        else if (discriminator.Length > 0 && (discriminator == field.Name || Field(discriminator) is null))
            Fault(DeclarationFault.DiscriminatorIsUnknown, union.Place(field), field.Name, discriminator);
    }

    private IFieldSymbol? Field(string name) => ShapeReader.Fields(type).FirstOrDefault(field => field.Name == name);

    private void Once(string attribute)
    {
        IFieldSymbol? second = ShapeReader.Fields(type).Where(field => field.Has(attribute)).Skip(1).FirstOrDefault();
        if (second is not null)
            Fault(DeclarationFault.AttributeIsRepeated, second.Place(), second.Name, RoleReader.Written(attribute));
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
