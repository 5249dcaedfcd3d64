using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about the fields of kernel structs.</summary>
internal static class FieldRules
{
    private static readonly DiagnosticDescriptor s_fieldTypeIsNotFixedWidth = new(
        RuleIds.FieldTypeIsNotFixedWidth,
        "A field has a type with the width that C gives it",
        "'{0}.{1}' is of type '{2}', which has no fixed width in a struct that the kernel reads: use byte to ulong for __u8 to __u64, a fixed buffer or [InlineArray] for an array, nint for a C long, UserPointer for an address in a __u64",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldTypeIsNotFixedWidth));

    private static readonly DiagnosticDescriptor s_fieldIsReadOnly = new(
        RuleIds.FieldIsReadOnly,
        "A field that a call or a property sets is not readonly",
        "'{0}.{1}' is readonly, but generated code writes it: remove readonly (a field that the kernel alone fills may be readonly)",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsReadOnly));

    private static readonly DiagnosticDescriptor s_fieldTypeIsNotKernelStruct = new(
        RuleIds.FieldTypeIsNotKernelStruct,
        "A nested struct is a kernel struct",
        "'{0}.{1}' is of type '{2}', whose C layout nothing states: put [KernelStruct] or [KernelUnion] on '{2}'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldTypeIsNotKernelStruct));

    private static readonly DiagnosticDescriptor s_argSizeIsNotUInt = new(
        RuleIds.ArgSizeIsNotUInt,
        "A size field is a uint",
        "'{0}.{1}' carries [ArgSize] but is of type '{2}', and every argsz of the kernel is a __u32: make it a uint",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgSizeIsNotUInt));

    private static readonly DiagnosticDescriptor s_attributeIsRepeated = new(
        RuleIds.AttributeIsRepeated,
        "A part is played once",
        "'{1}' of '{0}' is the second with [{2}], and there is one at most: remove it here or there",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AttributeIsRepeated));

    private static readonly DiagnosticDescriptor s_fieldRolesContradict = new(
        RuleIds.FieldRolesContradict,
        "A field plays one part",
        "'{0}.{1}' carries both [{2}] and [{3}], which cannot both hold: remove one of them",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldRolesContradict));

    private static readonly DiagnosticDescriptor s_tailCountIsNotInteger = new(
        RuleIds.TailCountIsNotInteger,
        "A tail count is an integer",
        "'{0}.{1}' carries [TailCount] but is of type '{2}': give it the unsigned integer of the header, such as uint",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TailCountIsNotInteger));

    private static readonly DiagnosticDescriptor s_tailCountHasNoTail = new(
        RuleIds.TailCountHasNoTail,
        "A tail count belongs to a tail",
        "'{0}.{1}' counts the elements of a tail that '{0}' does not have: write [Tail(\"c_name\", typeof(element))] on '{0}', or remove [TailCount]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TailCountHasNoTail));

    private static readonly DiagnosticDescriptor s_tailElementIsNotFixedWidth = new(
        RuleIds.TailElementIsNotFixedWidth,
        "The elements of a tail have a fixed width",
        "The tail of '{0}' has elements of '{1}', which has no fixed C layout: name an integer or another kernel struct, as in [Tail(\"group_fds\", typeof(int))]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TailElementIsNotFixedWidth));

    private static readonly DiagnosticDescriptor s_memberNameIsTaken = new(
        RuleIds.MemberNameIsTaken,
        "The generated part can use its names",
        "'{1}' of '{0}' needs a member '{2}' in the generated part, but that name is taken or no identifier: choose another name",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MemberNameIsTaken));

    private static readonly DiagnosticDescriptor s_alignmentIsNotPowerOfTwo = new(
        RuleIds.AlignmentIsNotPowerOfTwo,
        "An alignment is a power of two",
        "'{0}.{1}' asks for an alignment of {2} bytes, but C has powers of two up to 4096 only: write the number of the header, 8 for __aligned_u64",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AlignmentIsNotPowerOfTwo));

    private static readonly DiagnosticDescriptor s_capabilityOffsetIsNotUInt = new(
        RuleIds.CapabilityOffsetIsNotUInt,
        "A capability offset is a uint",
        "'{0}.{1}' carries [CapabilityOffset] but is of type '{2}', and every cap_offset of the kernel is a __u32: make it a uint",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CapabilityOffsetIsNotUInt));

    private static readonly DiagnosticDescriptor s_capabilityFlagsFieldIsUnknown = new(
        RuleIds.CapabilityFlagsFieldIsUnknown,
        "The flags field of a capability offset exists",
        "[CapabilityOffset] on '{0}.{1}' names the flags field '{2}', which '{0}' does not have: write Flags = nameof(...) of one of its fields",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CapabilityFlagsFieldIsUnknown));

    private static readonly DiagnosticDescriptor s_capabilityFlagIsNotConstant = new(
        RuleIds.CapabilityFlagIsNotConstant,
        "The flag of a capability offset fits its flags field",
        "[CapabilityOffset] on '{0}.{1}' needs both Flags and Flag, and in Flag a constant of the type of '{2}': write the bit that says that the offset is valid",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CapabilityFlagIsNotConstant));

    private static readonly DiagnosticDescriptor s_cStringIsNotByteArray = new(
        RuleIds.CStringIsNotByteArray,
        "Text in a struct is an array of bytes",
        "'{0}.{1}' carries [CString] but is of type '{2}': make it 'fixed byte {1}[n]' or an [InlineArray] of bytes with the length of the header",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CStringIsNotByteArray));

    private static readonly DiagnosticDescriptor s_unionFieldIsNotUnion = new(
        RuleIds.UnionFieldIsNotUnion,
        "A union field has a union type",
        "'{0}.{1}' carries [Union] but its type '{2}' is no union: give it a type with [KernelUnion], or remove [Union]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.UnionFieldIsNotUnion));

    private static readonly DiagnosticDescriptor s_discriminatorIsUnknown = new(
        RuleIds.DiscriminatorIsUnknown,
        "The discriminator of a union exists",
        "[Union] on '{0}.{1}' names the discriminator '{2}', which is no other field of '{0}': write Discriminator = nameof(...) of the field that says which arm is valid",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.DiscriminatorIsUnknown));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.FieldTypeIsNotFixedWidth] = s_fieldTypeIsNotFixedWidth,
        [DeclarationFault.FieldIsReadOnly] = s_fieldIsReadOnly,
        [DeclarationFault.FieldTypeIsNotKernelStruct] = s_fieldTypeIsNotKernelStruct,
        [DeclarationFault.ArgSizeIsNotUInt] = s_argSizeIsNotUInt,
        [DeclarationFault.AttributeIsRepeated] = s_attributeIsRepeated,
        [DeclarationFault.FieldRolesContradict] = s_fieldRolesContradict,
        [DeclarationFault.TailCountIsNotInteger] = s_tailCountIsNotInteger,
        [DeclarationFault.TailCountHasNoTail] = s_tailCountHasNoTail,
        [DeclarationFault.TailElementIsNotFixedWidth] = s_tailElementIsNotFixedWidth,
        [DeclarationFault.MemberNameIsTaken] = s_memberNameIsTaken,
        [DeclarationFault.AlignmentIsNotPowerOfTwo] = s_alignmentIsNotPowerOfTwo,
        [DeclarationFault.CapabilityOffsetIsNotUInt] = s_capabilityOffsetIsNotUInt,
        [DeclarationFault.CapabilityFlagsFieldIsUnknown] = s_capabilityFlagsFieldIsUnknown,
        [DeclarationFault.CapabilityFlagIsNotConstant] = s_capabilityFlagIsNotConstant,
        [DeclarationFault.CStringIsNotByteArray] = s_cStringIsNotByteArray,
        [DeclarationFault.UnionFieldIsNotUnion] = s_unionFieldIsNotUnion,
        [DeclarationFault.DiscriminatorIsUnknown] = s_discriminatorIsUnknown,
    };
}
