using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads the contract attributes of a kernel struct, and reports those that could never do what they say.</summary>
internal sealed class ContractReader(INamedTypeSymbol type, DiagnosticSink? sink)
{
    private readonly ImmutableArray<IFieldSymbol> _fields = ShapeReader.Fields(type);

    public StructContract Read() => new(type, _fields.Select(Read).ToImmutableArray());

    private FieldContract Read(IFieldSymbol field)
    {
        ImmutableArray<AttributeData> attributes = field.GetAttributes();
        if (attributes.IsEmpty)
            return new FieldContract(field);
        NumberReader numbers = new(type, field, sink);
        FlagsReader flags = new(type, field, sink);
        CheckFit(field, attributes);
        return new FieldContract(field)
        {
            ValidWhen = Conditions(field, KnownNames.ValidWhen),
            ZeroWhen = Conditions(field, KnownNames.ZeroWhen),
            ExactlyOne = flags.Groups(KnownNames.ExactlyOne, smallest: 2),
            AtLeastOne = flags.Groups(KnownNames.AtLeastOne, smallest: 1),
            Excludes = flags.Pairs(KnownNames.Excludes),
            Requires = flags.Pairs(KnownNames.Requires),
            AlignedTo = numbers.AlignedTo(),
            AlignedToField = AlignedToField(field),
            AlignedToWhen = Condition(field, KnownNames.AlignedTo, "When"),
            Range = numbers.Range(),
            RangeWhen = Condition(field, KnownNames.Range, "When"),
            Refused = RefusedReader.Read(field, sink),
            TailWhen = flags.Groups(KnownNames.TailWhen, smallest: 1).FirstOrDefault(),
            IsPageAligned = attributes.Find(KnownNames.PageAligned) is not null,
            IsPowerOfTwo = attributes.Find(KnownNames.PowerOfTwo) is not null,
            PowerOfTwoWhen = Condition(field, KnownNames.PowerOfTwo, "When"),
            IsNonZero = attributes.Find(KnownNames.NonZero) is not null,
            NonZeroUnless = Condition(field, KnownNames.NonZero, "Unless"),
            NonZeroWhen = Condition(field, KnownNames.NonZero, "When"),
            IsArgSize = attributes.Find(KnownNames.ArgSize) is not null,
            IsReserved = attributes.Find(KnownNames.Reserved) is not null,
            IsTailCount = attributes.Find(KnownNames.TailCount) is not null,
            IsCapabilityOffset = attributes.Find(KnownNames.CapabilityOffset) is not null,
            IsDmaMemory = attributes.Find(KnownNames.DmaMemory) is not null,
            IsCallMemory = attributes.Find(KnownNames.CallMemory) is not null,
            MustBeRead = attributes.Find(KnownNames.MustRead) is not null,
            IsOwnedFd = attributes.Find(KnownNames.OwnedFd) is not null,
        };
    }

    private void CheckFit(IFieldSymbol field, ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            string name = attribute.AttributeClass.IsOurs(attribute.AttributeClass?.Name ?? "") ? attribute.AttributeClass!.Name : "";
            bool fits = name switch
            {
                KnownNames.PageAligned or KnownNames.AlignedTo => field.Type.IsInteger() || field.Type.CanHoldAddress(),
                KnownNames.PowerOfTwo or KnownNames.Range => field.Type.IsInteger(),
                KnownNames.ExactlyOne or KnownNames.AtLeastOne or KnownNames.Excludes or KnownNames.Requires or KnownNames.Refused or KnownNames.TailWhen => field.Type.IsInteger() || field.Type.IsEnum(),
                KnownNames.DmaMemory or KnownNames.CallMemory => field.Type.CanHoldAddress(),
                KnownNames.OwnedFd => field.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32,
                _ => true,
            };
            // A fixed buffer's type is a pointer. A type that does not exist is the compiler's business.
            if ((!fits || (field.IsFixedSizeBuffer && name is KnownNames.PageAligned or KnownNames.AlignedTo or KnownNames.DmaMemory or KnownNames.CallMemory)) && field.Type.TypeKind != TypeKind.Error)
                Fault(DeclarationFault.ContractDoesNotFitType, field, attribute, field.Type.ToDisplayString());
            else if (name == KnownNames.Arm && type.FindByFullName(KnownNames.KernelUnion) is null)
                Fault(DeclarationFault.ArmIsOutsideUnion, field, attribute);
        }
    }

    private ImmutableArray<ContractCondition> Conditions(IFieldSymbol field, string attributeName)
    {
        List<ContractCondition> conditions = [];
        foreach (AttributeData attribute in field.FindAll(attributeName).Where(attribute => !attribute.IsHalfTyped()))
        {
            string name = attribute.Argument<string>(0) ?? "";
            if (name == field.Name || _fields.FirstOrDefault(other => other.Name == name) is not { } other)
                Fault(DeclarationFault.ContractFieldIsUnknown, field, attribute, name);
            else if (!other.Type.Takes(attribute.ConstructorArguments[1]))
                Fault(DeclarationFault.ContractValueIsNotOfField, field, attribute, name, other.Type.ToDisplayString());
            else if (Condition(other, attribute.ConstructorArguments[1]) is var condition && condition is { IsFlags: true, Value: 0 })
                Fault(DeclarationFault.ContractFlagsSayNothing, field, attribute);
            else
                conditions.Add(condition with { InputOnly = attribute.Named<bool>("InputOnly") });
        }

        return conditions.ToImmutableArray();
    }

    private IFieldSymbol? AlignedToField(IFieldSymbol field)
    {
        if (field.Find(KnownNames.AlignedTo) is not { } attribute || attribute.IsHalfTyped() || attribute.Argument<string>(0) is not { } name)
            return null;
        if (name != field.Name && _fields.FirstOrDefault(other => other.Name == name) is { } other && other.Type.IsInteger())
            return other;
        Fault(DeclarationFault.ContractFieldIsUnknown, field, attribute, name);
        return null;
    }

    // The field is not named: it is the one whose type the constant has.
    private ContractCondition? Condition(IFieldSymbol field, string attributeName, string part)
    {
        if (field.Find(attributeName) is not { } attribute || !attribute.HasNamed(part) || attribute.IsHalfTyped())
            return null;
        TypedConstant constant = attribute.NamedConstant(part);
        IFieldSymbol[] candidates = constant.Kind == TypedConstantKind.Enum
            ? _fields.Where(other => SymbolEqualityComparer.Default.Equals(other.Type, constant.Type) && !SymbolEqualityComparer.Default.Equals(other, field)).ToArray()
            : [];
        if (candidates.Length == 1)
            return Condition(candidates[0], constant);
        Fault(DeclarationFault.ContractFlagsHaveNoField, field, attribute, constant.Type?.ToDisplayString() ?? "null");
        return null;
    }

    private static ContractCondition Condition(IFieldSymbol field, TypedConstant constant)
        => new(field, ConstantReader.Bits(constant.Value) ?? 0, field.Type.IsFlagsEnum());

    private void Fault(DeclarationFault fault, IFieldSymbol field, AttributeData attribute, params string[] rest)
        => sink?.Report(fault, attribute.Place(field), [type.Name, field.Name, RoleReader.Written(attribute.AttributeClass!.Name), .. rest]);
}
