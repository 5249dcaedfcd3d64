using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about their parameters.</summary>
internal static class ParameterRules
{
    private static readonly DiagnosticDescriptor s_descriptorIsMissing = new(
        RuleIds.DescriptorIsMissing,
        "The first parameter is the file descriptor",
        "'{0}' begins with '{1}', but the first argument of an ioctl is the file descriptor: let it begin with a handle (a DeviceHandle or any SafeHandle) or an int, by value and without attributes",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.DescriptorIsMissing));

    private static readonly DiagnosticDescriptor s_parameterTypeIsUnsupported = new(
        RuleIds.ParameterTypeIsUnsupported,
        "A parameter has a type that the kernel can take",
        "'{1}' of '{0}' is of type '{2}', which no ioctl can take: use an integer, an enum, a handle, a span of those, or a kernel struct by in, ref or out",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ParameterTypeIsUnsupported));

    private static readonly DiagnosticDescriptor s_structIsPassedByValue = new(
        RuleIds.StructIsPassedByValue,
        "A struct is passed by reference",
        "'{1}' of '{0}' passes '{2}' by value, but the kernel takes a pointer: write in (the kernel reads), out (it writes) or ref (both)",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructIsPassedByValue));

    private static readonly DiagnosticDescriptor s_longIsPassedByValue = new(
        RuleIds.LongIsPassedByValue,
        "A 64-bit integer is passed by reference",
        "'{1}' of '{0}' passes '{2}' by value, but the argument of an ioctl is 32 bits wide on 32-bit machines: use nint or nuint for a C long, and in, out or ref where the kernel takes a pointer",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LongIsPassedByValue));

    private static readonly DiagnosticDescriptor s_argumentIsRepeated = new(
        RuleIds.ArgumentIsRepeated,
        "An ioctl has one argument",
        "'{0}' has two arguments, '{1}' and '{2}', but an ioctl takes one: bind the other to a field with [Field], or remove it",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgumentIsRepeated));

    private static readonly DiagnosticDescriptor s_fieldTypeDiffers = new(
        RuleIds.FieldTypeDiffers,
        "A bound parameter has the type of its field",
        "{1} of '{0}' is of type '{4}', but the field '{2}' is of type '{3}': give both the same type",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldTypeDiffers));

    private static readonly DiagnosticDescriptor s_fieldIsNotPointer = new(
        RuleIds.FieldIsNotPointer,
        "The address of a span goes into a pointer field",
        "'{1}' of '{0}' writes its address to '{2}' of type '{3}', which holds no address on every machine: make the field a UserPointer (a __u64) or nuint",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsNotPointer));

    private static readonly DiagnosticDescriptor s_fieldIsNotInteger = new(
        RuleIds.FieldIsNotInteger,
        "A file descriptor or a length goes into an integer field",
        "'{1}' of '{0}' is a file descriptor or a length in '{2}' of type '{3}': make the field an int or a uint as in the header",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsNotInteger));

    private static readonly DiagnosticDescriptor s_tailIsUnknown = new(
        RuleIds.TailIsUnknown,
        "A tail is declared on the struct",
        "'{1}' of '{0}' stands behind struct '{2}', which has no tail: write [Tail(\"c_name\", typeof(element))] on the struct",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TailIsUnknown));

    private static readonly DiagnosticDescriptor s_tailElementDiffers = new(
        RuleIds.TailElementDiffers,
        "The elements of a tail are those of the struct",
        "'{1}' of '{0}' has elements of '{2}', which is not the element size of the tail of struct '{3}': use a span of the tail's own type, and for handles a tail of int",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TailElementDiffers));

    private static readonly DiagnosticDescriptor s_numberParameterIsNotByte = new(
        RuleIds.NumberParameterIsNotByte,
        "An addend of the number is a byte",
        "'{1}' of '{0}' carries [Number] but is of type '{2}', and the number of a command is 8 bits wide: make it a byte by value",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.NumberParameterIsNotByte));

    private static readonly DiagnosticDescriptor s_cStringParameterIsNotText = new(
        RuleIds.CStringParameterIsNotText,
        "Text is a string or a span of bytes",
        "'{1}' of '{0}' carries [CString] but is of type '{2}': make it a string or a ReadOnlySpan<byte>",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CStringParameterIsNotText));

    private static readonly DiagnosticDescriptor s_parameterAttributesContradict = new(
        RuleIds.ParameterAttributesContradict,
        "A parameter plays one part",
        "'{1}' of '{0}' carries both [{2}] and [{3}], which send it to two places: remove one of them",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ParameterAttributesContradict));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.DescriptorIsMissing] = s_descriptorIsMissing,
        [DeclarationFault.ParameterTypeIsUnsupported] = s_parameterTypeIsUnsupported,
        [DeclarationFault.StructIsPassedByValue] = s_structIsPassedByValue,
        [DeclarationFault.LongIsPassedByValue] = s_longIsPassedByValue,
        [DeclarationFault.ArgumentIsRepeated] = s_argumentIsRepeated,
        [DeclarationFault.FieldTypeDiffers] = s_fieldTypeDiffers,
        [DeclarationFault.FieldIsNotPointer] = s_fieldIsNotPointer,
        [DeclarationFault.FieldIsNotInteger] = s_fieldIsNotInteger,
        [DeclarationFault.TailIsUnknown] = s_tailIsUnknown,
        [DeclarationFault.TailElementDiffers] = s_tailElementDiffers,
        [DeclarationFault.NumberParameterIsNotByte] = s_numberParameterIsNotByte,
        [DeclarationFault.CStringParameterIsNotText] = s_cStringParameterIsNotText,
        [DeclarationFault.ParameterAttributesContradict] = s_parameterAttributesContradict,
    };
}
