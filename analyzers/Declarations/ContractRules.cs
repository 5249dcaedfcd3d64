using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about contracts that could never do what they say.</summary>
internal static class ContractRules
{
    private static readonly DiagnosticDescriptor s_contractFieldIsUnknown = new(
        RuleIds.ContractFieldIsUnknown,
        "The field that a contract depends on exists",
        "[{2}] on '{0}.{1}' depends on '{3}', which is no other field of '{0}': name one with nameof",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContractFieldIsUnknown));

    private static readonly DiagnosticDescriptor s_contractValueIsNotOfField = new(
        RuleIds.ContractValueIsNotOfField,
        "The flags of a contract are of the type of their field",
        "[{2}] on '{0}.{1}' gives a value that is no constant of the type of '{3}', which is '{4}': write a constant of that type",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContractValueIsNotOfField));

    private static readonly DiagnosticDescriptor s_contractFlagsHaveNoField = new(
        RuleIds.ContractFlagsHaveNoField,
        "One field has the flags that a contract depends on",
        "[{2}] on '{0}.{1}' depends on a constant of '{3}', but not exactly one other field of '{0}' has that type: give a constant of the type of one field",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContractFlagsHaveNoField));

    private static readonly DiagnosticDescriptor s_contractDoesNotFitType = new(
        RuleIds.ContractDoesNotFitType,
        "A contract fits the type of its field",
        "[{2}] on '{0}.{1}' says nothing about a '{3}': put it on a field of a type that it can limit, or remove it",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContractDoesNotFitType));

    private static readonly DiagnosticDescriptor s_contractFlagsSayNothing = new(
        RuleIds.ContractFlagsSayNothing,
        "The flags of a contract say something",
        "The flags of [{2}] on '{0}.{1}' say nothing: give a group at least its two flags (one for [AtLeastOne]), and a flag others than itself",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContractFlagsSayNothing));

    private static readonly DiagnosticDescriptor s_contractNumberSaysNothing = new(
        RuleIds.ContractNumberSaysNothing,
        "The numbers of a contract say something",
        "[{2}({3})] on '{0}.{1}' allows every value or none: give [Range] a minimum that is not above its maximum, and [AlignedTo] a power of two",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContractNumberSaysNothing));

    private static readonly DiagnosticDescriptor s_earlierMethodIsUnknown = new(
        RuleIds.EarlierMethodIsUnknown,
        "The method that another comes after exists",
        "[{2}] on '{1}' names '{3}', which is no other method of '{0}' that could have that argument: name one with nameof, and give a constant of the type of one of its parameters",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.EarlierMethodIsUnknown));

    private static readonly DiagnosticDescriptor s_versionIsNotLinux = new(
        RuleIds.VersionIsNotLinux,
        "A Linux release is two or three numbers",
        "[Since] on '{0}' gives '{1}', which is no Linux release: write two numbers, as in 6.8",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.VersionIsNotLinux));

    private static readonly DiagnosticDescriptor s_armIsOutsideUnion = new(
        RuleIds.ArmIsOutsideUnion,
        "An arm is a field of a union",
        "[{2}] on '{0}.{1}' has no effect, because '{0}' is no [KernelUnion]: put it on the union's field, or remove it",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArmIsOutsideUnion));

    private static readonly DiagnosticDescriptor s_mustReadHasNoResult = new(
        RuleIds.MustReadHasNoResult,
        "A result that must be read exists",
        "[{2}] on '{0}.{1}' has no effect, because the method has no result: put it on the field that the kernel writes, or return that field with [return: Field]",
        RuleCategories.Declaration, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MustReadHasNoResult));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.ContractFieldIsUnknown] = s_contractFieldIsUnknown,
        [DeclarationFault.ContractValueIsNotOfField] = s_contractValueIsNotOfField,
        [DeclarationFault.ContractFlagsHaveNoField] = s_contractFlagsHaveNoField,
        [DeclarationFault.ContractDoesNotFitType] = s_contractDoesNotFitType,
        [DeclarationFault.ContractFlagsSayNothing] = s_contractFlagsSayNothing,
        [DeclarationFault.ContractNumberSaysNothing] = s_contractNumberSaysNothing,
        [DeclarationFault.EarlierMethodIsUnknown] = s_earlierMethodIsUnknown,
        [DeclarationFault.VersionIsNotLinux] = s_versionIsNotLinux,
        [DeclarationFault.ArmIsOutsideUnion] = s_armIsOutsideUnion,
        [DeclarationFault.MustReadHasNoResult] = s_mustReadHasNoResult,
    };
}
