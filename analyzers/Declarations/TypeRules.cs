using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about types.</summary>
internal static class TypeRules
{
    private static readonly DiagnosticDescriptor s_typeIsNotPartial = new(
        RuleIds.TypeIsNotPartial,
        "A type with a declaration is partial",
        "'{0}' is not partial, so nothing can be added to it: write 'partial' before its keyword",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TypeIsNotPartial));

    private static readonly DiagnosticDescriptor s_containingTypeIsNotPartial = new(
        RuleIds.ContainingTypeIsNotPartial,
        "A type around a declaration is partial",
        "'{0}' is not partial, so the declaration of '{1}' inside it cannot be completed: write 'partial' before its keyword",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContainingTypeIsNotPartial));

    private static readonly DiagnosticDescriptor s_typeIsFileLocal = new(
        RuleIds.TypeIsFileLocal,
        "A declaration is not file-local",
        "'{0}' is file-local, which generated code in another file cannot see: remove 'file'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TypeIsFileLocal));

    private static readonly DiagnosticDescriptor s_structIsGeneric = new(
        RuleIds.StructIsGeneric,
        "A kernel struct is not generic",
        "'{0}' is generic or stands in a generic type, but C has one layout for one struct: declare a struct for each layout outside of generic types",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructIsGeneric));

    private static readonly DiagnosticDescriptor s_structIsRefOrReadOnly = new(
        RuleIds.StructIsRefOrReadOnly,
        "A kernel struct is a plain struct",
        "'{0}' is a ref struct or readonly, but the kernel writes through a pointer to it: remove 'ref' and 'readonly'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructIsRefOrReadOnly));

    private static readonly DiagnosticDescriptor s_structIsRecord = new(
        RuleIds.StructIsRecord,
        "A kernel struct is no record",
        "'{0}' is a record struct, whose fields the compiler makes: declare 'partial struct {0}' with the fields of the C struct",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructIsRecord));

    private static readonly DiagnosticDescriptor s_structIsAlsoUnion = new(
        RuleIds.StructIsAlsoUnion,
        "A type is a kernel struct or a kernel union",
        "'{0}' is declared as a struct and as a union: remove [KernelStruct] or [KernelUnion]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructIsAlsoUnion));

    private static readonly DiagnosticDescriptor s_structHasNoFields = new(
        RuleIds.StructHasNoFields,
        "A kernel struct has fields",
        "'{0}' has no instance field, and an empty struct has no size that C and C# agree on: write the fields of the C struct, or leave out the argument",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructHasNoFields));

    private static readonly DiagnosticDescriptor s_structHasNoCName = new(
        RuleIds.StructHasNoCName,
        "A kernel struct has its C tag",
        "The C tag of '{0}' is empty: write the tag of the header, as in [KernelStruct(\"vfio_group_status\")], or none at all for a struct that has none in C",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructHasNoCName));

    private static readonly DiagnosticDescriptor s_anonymousStructHasCName = new(
        RuleIds.AnonymousStructHasCName,
        "An anonymous struct has no C tag",
        "'{0}' is anonymous but has a C tag: remove the tag where C names neither the struct nor its member, or else Anonymous",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AnonymousStructHasCName));

    private static readonly DiagnosticDescriptor s_fieldsStandInSeveralParts = new(
        RuleIds.FieldsStandInSeveralParts,
        "The fields of a kernel struct stand in one part",
        "Field '{1}' of '{0}' stands in another part than the fields before it, which leaves the order of the layout undefined: move it to the part with the others",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldsStandInSeveralParts));

    private static readonly DiagnosticDescriptor s_fieldIsHidden = new(
        RuleIds.FieldIsHidden,
        "The fields of a kernel struct are written out",
        "'{1}' makes the compiler add a hidden field to '{0}', which then is part of what the kernel reads: write a field, and the property on top of it",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsHidden));

    private static readonly DiagnosticDescriptor s_groupIsNotStatic = new(
        RuleIds.GroupIsNotStatic,
        "A group of ioctls is a static class",
        "Group '{0}' is not a static class, but its calls belong to no object: write 'static partial class {0}'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.GroupIsNotStatic));

    private static readonly DiagnosticDescriptor s_constantsPrefixIsEmpty = new(
        RuleIds.ConstantsPrefixIsEmpty,
        "Constants have a prefix",
        "The prefix of [KernelConstants] on '{0}' is empty, so no member has its C name: write what all names begin with, as in \"VFIO_DMA_MAP_FLAG_\"",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConstantsPrefixIsEmpty));

    private static readonly DiagnosticDescriptor s_constantsHaveNoNames = new(
        RuleIds.ConstantsHaveNoNames,
        "The C names of constants can be generated",
        "The C names of '{0}' cannot be generated: make it an enum that an internal top-level class '{1}' can see, and let no other type have that name",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConstantsHaveNoNames));

    private static readonly DiagnosticDescriptor s_referencedStructIsInvalid = new(
        RuleIds.ReferencedStructIsInvalid,
        "A kernel struct of a reference is valid",
        "'{0}.{1}' needs '{2}', whose declaration in a referenced assembly is not valid: build that assembly with the diagnostics of its declarations switched on and correct them",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ReferencedStructIsInvalid));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.TypeIsNotPartial] = s_typeIsNotPartial,
        [DeclarationFault.ContainingTypeIsNotPartial] = s_containingTypeIsNotPartial,
        [DeclarationFault.TypeIsFileLocal] = s_typeIsFileLocal,
        [DeclarationFault.StructIsGeneric] = s_structIsGeneric,
        [DeclarationFault.StructIsRefOrReadOnly] = s_structIsRefOrReadOnly,
        [DeclarationFault.StructIsRecord] = s_structIsRecord,
        [DeclarationFault.StructIsAlsoUnion] = s_structIsAlsoUnion,
        [DeclarationFault.StructHasNoFields] = s_structHasNoFields,
        [DeclarationFault.StructHasNoCName] = s_structHasNoCName,
        [DeclarationFault.AnonymousStructHasCName] = s_anonymousStructHasCName,
        [DeclarationFault.FieldsStandInSeveralParts] = s_fieldsStandInSeveralParts,
        [DeclarationFault.FieldIsHidden] = s_fieldIsHidden,
        [DeclarationFault.GroupIsNotStatic] = s_groupIsNotStatic,
        [DeclarationFault.ConstantsPrefixIsEmpty] = s_constantsPrefixIsEmpty,
        [DeclarationFault.ConstantsHaveNoNames] = s_constantsHaveNoNames,
        [DeclarationFault.ReferencedStructIsInvalid] = s_referencedStructIsInvalid,
    };
}
