using System.Collections.Immutable;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>The rules about what callers make of the kernel's answers and of a device's memory.</summary>
internal static class AnswerRules
{
    public static readonly DiagnosticDescriptor TailIsLostInCopy = new(
        RuleIds.TailIsLostInCopy,
        "What stands behind a struct is not copied with it",
        "'{0}' is a copy of the '{1}' alone, without what stands behind it: take the tail and the capabilities from the KernelBuffer",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TailIsLostInCopy));

    public static readonly DiagnosticDescriptor CapabilityChainIsWalkedByHand = new(
        RuleIds.CapabilityChainIsWalkedByHand,
        "Capabilities are enumerated",
        "'{0}.{1}' comes from the kernel and {2}: {3}",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CapabilityChainIsWalkedByHand));

    public static readonly DiagnosticDescriptor FieldIsReadWithoutItsFlag = new(
        RuleIds.FieldIsReadWithoutItsFlag,
        "A field is read when its flag says that it is there",
        "'{0}.{1}' means something only with {3} in '{2}', which nothing has looked at on the way here: test that flag first",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldIsReadWithoutItsFlag));

    public static readonly DiagnosticDescriptor FlagsAreComparedWhole = new(
        RuleIds.FlagsAreComparedWhole,
        "Flags are tested one by one",
        "'{0}' is compared as a whole with {1}, and the kernel may set further flags beside it: test that flag with &",
        RuleCategories.CallSite, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FlagsAreComparedWhole));

    public static readonly DiagnosticDescriptor KernelValueIsNarrowed = new(
        RuleIds.KernelValueIsNarrowed,
        "64 bits of the kernel stay 64 bits",
        "'{0}' has 64 bits, of which the cast to '{1}' drops what does not fit: keep them, or cast in a checked context",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.KernelValueIsNarrowed));

    public static readonly DiagnosticDescriptor RegionOffsetIsComputed = new(
        RuleIds.RegionOffsetIsComputed,
        "The offset of a region is asked for",
        "'{0}' is how one kernel driver numbers its regions, which is its own business: take the Offset that GetRegionInfo answers",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RegionOffsetIsComputed));

    public static readonly DiagnosticDescriptor UnionArmIsReadUnchecked = new(
        RuleIds.UnionArmIsReadUnchecked,
        "An arm of a union is read when it is the valid one",
        "'{0}.{1}' is what the bytes mean only with {2}, which nothing has looked at on the way here: test it first",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.UnionArmIsReadUnchecked));

    public static readonly DiagnosticDescriptor ByteOrderIsWrong = new(
        RuleIds.ByteOrderIsWrong,
        "Values of the kernel have the order of the machine",
        "'{0}' reorders a value that the kernel {1} in the order of the machine: {2}",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ByteOrderIsWrong));

    public static readonly DiagnosticDescriptor RegisterAccessMayBeNarrowed = new(
        RuleIds.RegisterAccessMayBeNarrowed,
        "Registers are accessed by their width",
        "'{0}' is an access to a device's register that the compiler may narrow, split or repeat: use Read32, Write32 and the like of the MappedRegion",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RegisterAccessMayBeNarrowed));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        TailIsLostInCopy,
        CapabilityChainIsWalkedByHand,
        FieldIsReadWithoutItsFlag,
        FlagsAreComparedWhole,
        KernelValueIsNarrowed,
        RegionOffsetIsComputed,
        UnionArmIsReadUnchecked,
        ByteOrderIsWrong,
        RegisterAccessMayBeNarrowed);
}
