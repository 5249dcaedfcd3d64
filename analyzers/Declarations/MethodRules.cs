using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about <c>[Ioctl]</c> methods.</summary>
internal static class MethodRules
{
    private static readonly DiagnosticDescriptor s_methodIsNotStaticPartial = new(
        RuleIds.MethodIsNotStaticPartial,
        "An ioctl is a static partial method",
        "'{0}' is an [Ioctl] but no static partial method, so the call cannot be generated: write 'public static partial' before its result",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MethodIsNotStaticPartial));

    private static readonly DiagnosticDescriptor s_methodHasBody = new(
        RuleIds.MethodHasBody,
        "An ioctl has no body",
        "'{0}' is an [Ioctl] with a body, but the body is what is generated: end the declaration with ';', or remove [Ioctl]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MethodHasBody));

    private static readonly DiagnosticDescriptor s_methodIsGeneric = new(
        RuleIds.MethodIsGeneric,
        "An ioctl is not generic",
        "'{0}' is generic, but a command takes one struct: declare a method for each type",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MethodIsGeneric));

    private static readonly DiagnosticDescriptor s_methodReturnsByReference = new(
        RuleIds.MethodReturnsByReference,
        "An ioctl does not return by reference",
        "'{0}' returns by reference, but its result is a value that the kernel wrote: remove 'ref'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MethodReturnsByReference));

    private static readonly DiagnosticDescriptor s_argumentTypeIsNotKernelStruct = new(
        RuleIds.ArgumentTypeIsNotKernelStruct,
        "What an ioctl takes is a kernel struct",
        "The {1} of '{0}' is '{2}', whose C layout nothing states: put [KernelStruct] on '{2}'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgumentTypeIsNotKernelStruct));

    private static readonly DiagnosticDescriptor s_argumentIsNotStruct = new(
        RuleIds.ArgumentIsNotStruct,
        "Fields and tails belong to a struct",
        "{1} of '{0}' needs a kernel struct that has it, but the call has none: take the struct as a parameter, return it, or write Argument = typeof(...) in [Ioctl]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgumentIsNotStruct));

    private static readonly DiagnosticDescriptor s_fieldIsUnknown = new(
        RuleIds.FieldIsUnknown,
        "A bound field exists",
        "'{0}' names the field '{2}', which '{1}' does not have, or which is an array: write nameof of one of its fields",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsUnknown));

    private static readonly DiagnosticDescriptor s_fieldIsNotAccessible = new(
        RuleIds.FieldIsNotAccessible,
        "A bound field can be reached",
        "'{0}' names '{1}.{2}', which cannot be reached from there: make the field internal",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsNotAccessible));

    private static readonly DiagnosticDescriptor s_fieldIsAmbiguous = new(
        RuleIds.FieldIsAmbiguous,
        "A bound field is one field",
        "'{0}' names the field '{1}', which both '{2}' and '{3}' behind it have: say whose it is with Of = typeof({2}) or Of = typeof({3})",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsAmbiguous));

    private static readonly DiagnosticDescriptor s_fieldIsOfAnotherStruct = new(
        RuleIds.FieldIsOfAnotherStruct,
        "A bound field belongs to a struct of the call",
        "'{0}' names a field of '{1}', which is neither its argument nor the struct behind that: name one of those in Of =, or state '{1}' with Argument = or Tail = in [Ioctl]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsOfAnotherStruct));

    private static readonly DiagnosticDescriptor s_callPinsTooManySpans = new(
        RuleIds.CallPinsTooManySpans,
        "A call pins a few spans",
        "'{0}' writes more than {1} spans to pointer fields, which is as many as one call pins: take the others as UserPointer",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CallPinsTooManySpans));

    private static readonly DiagnosticDescriptor s_presetIsNotConstantOfField = new(
        RuleIds.PresetIsNotConstantOfField,
        "A preset is a constant of its field",
        "A [Preset] of '{0}' sets '{1}' of type '{2}' to something else than a constant of that type: write a member of '{2}'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.PresetIsNotConstantOfField));

    private static readonly DiagnosticDescriptor s_meaningIsUnusable = new(
        RuleIds.MeaningIsUnusable,
        "A meaning is said once, of a known error",
        "A [FailsWith] of '{0}' is never said, because its error is no member of Errno or has a meaning already, or its text is empty: write one sentence for each error",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MeaningIsUnusable));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.MethodIsNotStaticPartial] = s_methodIsNotStaticPartial,
        [DeclarationFault.MethodHasBody] = s_methodHasBody,
        [DeclarationFault.MethodIsGeneric] = s_methodIsGeneric,
        [DeclarationFault.MethodReturnsByReference] = s_methodReturnsByReference,
        [DeclarationFault.ArgumentTypeIsNotKernelStruct] = s_argumentTypeIsNotKernelStruct,
        [DeclarationFault.ArgumentIsNotStruct] = s_argumentIsNotStruct,
        [DeclarationFault.FieldIsUnknown] = s_fieldIsUnknown,
        [DeclarationFault.FieldIsNotAccessible] = s_fieldIsNotAccessible,
        [DeclarationFault.FieldIsAmbiguous] = s_fieldIsAmbiguous,
        [DeclarationFault.FieldIsOfAnotherStruct] = s_fieldIsOfAnotherStruct,
        [DeclarationFault.CallPinsTooManySpans] = s_callPinsTooManySpans,
        [DeclarationFault.PresetIsNotConstantOfField] = s_presetIsNotConstantOfField,
        [DeclarationFault.MeaningIsUnusable] = s_meaningIsUnusable,
    };
}
