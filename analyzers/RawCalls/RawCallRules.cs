using System.Collections.Immutable;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>The rules about calls of libc's <c>ioctl</c>, and about what is known to be otherwise than it is written.</summary>
internal static class RawCallRules
{
    public static readonly DiagnosticDescriptor CommandDiffersFromKnown = new(
        RuleIds.CommandDiffersFromKnown,
        "A command is declared as its header defines it",
        "'{0}' declares {1} with {2}, but its header has {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandDiffersFromKnown));

    public static readonly DiagnosticDescriptor DirectionContradictsUse = new(
        RuleIds.DirectionContradictsUse,
        "The direction in a number is the argument's",
        "'{0}' is declared by {1}, by which the kernel {2} the argument, but its argument is {3}: write the macro of the #define, or pass it the other way",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.DirectionContradictsUse));

    public static readonly DiagnosticDescriptor RawIoctlTakesAnotherStruct = new(
        RuleIds.RawIoctlTakesAnotherStruct,
        "An ioctl gets the struct that it takes",
        "'{0}' is not the argument of {1}, which is {2}: pass that, or {3}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RawIoctlTakesAnotherStruct));

    public static readonly DiagnosticDescriptor RequestIsLiteral = new(
        RuleIds.RequestIsLiteral,
        "The number of a command is computed",
        "{0} is the number of {1} on some architectures only: {2}",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RequestIsLiteral));

    public static readonly DiagnosticDescriptor RequestSizeIsNotArguments = new(
        RuleIds.RequestSizeIsNotArguments,
        "The size in a number is the argument's",
        "{0} says that the argument has {1} bytes, but '{2}' has {3}: make the argument what the header's macro names, or compute the number for this one",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RequestSizeIsNotArguments));

    public static readonly DiagnosticDescriptor RawIoctlPassesWrongWay = new(
        RuleIds.RawIoctlPassesWrongWay,
        "An argument is passed as the command takes it",
        "{0} takes {1}, but is given {2}: pass that, or {3}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RawIoctlPassesWrongWay));

    public static readonly DiagnosticDescriptor ArgSizeIsNeverSet = new(
        RuleIds.ArgSizeIsNeverSet,
        "A size field is set before the call",
        "'{0}' goes to the kernel with '{1}' still 0, and the kernel answers EINVAL: {2}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgSizeIsNeverSet));

    public static readonly DiagnosticDescriptor ArgSizeIsOfAnother = new(
        RuleIds.ArgSizeIsOfAnother,
        "A size field holds the size of its struct",
        "'{0}' of a '{1}' is set to {2}, but the struct has {3} bytes: write sizeof({1})",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgSizeIsOfAnother));

    public static readonly DiagnosticDescriptor HandWrittenLayoutDiffers = new(
        RuleIds.HandWrittenLayoutDiffers,
        "A hand-written struct has the kernel's layout",
        "'{0}' is not laid out as the kernel's {1}: {2}; use '{3}'",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandWrittenLayoutDiffers));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        CommandDiffersFromKnown,
        DirectionContradictsUse,
        RawIoctlTakesAnotherStruct,
        RequestIsLiteral,
        RequestSizeIsNotArguments,
        RawIoctlPassesWrongWay,
        ArgSizeIsNeverSet,
        ArgSizeIsOfAnother,
        HandWrittenLayoutDiffers);
}
