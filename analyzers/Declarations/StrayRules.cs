using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about attributes that stand where they mean nothing.</summary>
internal static class StrayRules
{
    private static readonly DiagnosticDescriptor s_fieldAttributeHasNoStruct = new(
        RuleIds.FieldAttributeHasNoStruct,
        "Field attributes stand in kernel structs",
        "[{1}] on '{0}' has no effect, because '{2}' is no kernel struct: put [KernelStruct] or [KernelUnion] on '{2}', or remove it",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldAttributeHasNoStruct));

    private static readonly DiagnosticDescriptor s_ioctlIsOutsideGroup = new(
        RuleIds.IoctlIsOutsideGroup,
        "An ioctl stands in a group",
        "'{0}' is an [Ioctl], but '{1}' has no [IoctlGroup] that gives the type of its number: put [IoctlGroup('...')] on '{1}'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.IoctlIsOutsideGroup));

    private static readonly DiagnosticDescriptor s_parameterAttributeHasNoIoctl = new(
        RuleIds.ParameterAttributeHasNoIoctl,
        "Parameter attributes stand in ioctls",
        "[{2}] on '{1}' of '{0}' has no effect, because '{0}' is no [Ioctl]: put [Ioctl] on '{0}', or remove it",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ParameterAttributeHasNoIoctl));

    private static readonly DiagnosticDescriptor s_methodAttributeHasNoIoctl = new(
        RuleIds.MethodAttributeHasNoIoctl,
        "Method attributes stand beside [Ioctl]",
        "[{1}] on '{0}' has no effect, because '{0}' is no [Ioctl]: put [Ioctl] on '{0}', or remove it",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MethodAttributeHasNoIoctl));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.FieldAttributeHasNoStruct] = s_fieldAttributeHasNoStruct,
        [DeclarationFault.IoctlIsOutsideGroup] = s_ioctlIsOutsideGroup,
        [DeclarationFault.ParameterAttributeHasNoIoctl] = s_parameterAttributeHasNoIoctl,
        [DeclarationFault.MethodAttributeHasNoIoctl] = s_methodAttributeHasNoIoctl,
    };
}
