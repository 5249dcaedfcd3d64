using System.Collections.Immutable;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>The rules about values that callers give to the kernel.</summary>
internal static class ValueRules
{
    public static readonly DiagnosticDescriptor ArgSizeIsSetByCaller = new(
        RuleIds.ArgSizeIsSetByCaller,
        "The size field is the call's",
        "'{0}.{1}' is set by '{2}', and with a tail to more than the size of '{0}': remove the assignment",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgSizeIsSetByCaller));

    public static readonly DiagnosticDescriptor ReservedFieldIsWritten = new(
        RuleIds.ReservedFieldIsWritten,
        "A reserved field stays zero",
        "'{0}.{1}' is reserved, and the kernel refuses it when it is not zero: remove the assignment",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ReservedFieldIsWritten));

    public static readonly DiagnosticDescriptor FlagIsMissing = new(
        RuleIds.FlagIsMissing,
        "The flags that a call needs are set",
        "'{0}.{1}' reaches '{2}' {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FlagIsMissing));

    public static readonly DiagnosticDescriptor FlagsExcludeEachOther = new(
        RuleIds.FlagsExcludeEachOther,
        "Flags that exclude each other are not set together",
        "'{0}.{1}' reaches '{2}' {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FlagsExcludeEachOther));

    public static readonly DiagnosticDescriptor FieldMustBeZero = new(
        RuleIds.FieldMustBeZero,
        "A field that means nothing is left zero",
        "'{0}.{1}' reaches '{2}' {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FieldMustBeZero));

    public static readonly DiagnosticDescriptor ValueIsOutOfRange = new(
        RuleIds.ValueIsOutOfRange,
        "A value is one that the kernel takes",
        "'{0}.{1}' reaches '{2}' {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ValueIsOutOfRange));

    public static readonly DiagnosticDescriptor ValueIsNotAligned = new(
        RuleIds.ValueIsNotAligned,
        "Addresses and sizes are multiples of what the kernel maps",
        "'{0}.{1}' reaches '{2}' {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ValueIsNotAligned));

    public static readonly DiagnosticDescriptor ValueIsNotPowerOfTwo = new(
        RuleIds.ValueIsNotPowerOfTwo,
        "A size that is a power of two is one",
        "'{0}.{1}' reaches '{2}' {3}: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ValueIsNotPowerOfTwo));

    public static readonly DiagnosticDescriptor ValueIsZero = new(
        RuleIds.ValueIsZero,
        "What a call needs is given",
        "'{0}.{1}' reaches '{2}' {3}, which the kernel refuses: {4}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ValueIsZero));

    public static readonly DiagnosticDescriptor FlagIsOfAnotherEnum = new(
        RuleIds.FlagIsOfAnotherEnum,
        "Flags belong to their own field",
        "'{0}' is cast to '{1}', whose flags are others: use the flag of '{1}'",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FlagIsOfAnotherEnum));

    public static readonly DiagnosticDescriptor PageSizeIsAssumed = new(
        RuleIds.PageSizeIsAssumed,
        "The size of a page is asked for",
        "'{0}' takes pages for 4096 bytes, and '{1}.{2}' wants multiples of the machine's pages: use Environment.SystemPageSize",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.PageSizeIsAssumed));

    public static readonly DiagnosticDescriptor TextIsTooLong = new(
        RuleIds.TextIsTooLong,
        "A text and its NUL fit into their field",
        "The text {0} '{1}.{2}' has {3} bytes, {4}: {5}",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TextIsTooLong));

    public static readonly DiagnosticDescriptor FeatureIsNewerThanTargetLinux = new(
        RuleIds.FeatureIsNewerThanTargetLinux,
        "What is used exists in the oldest kernel that is supported",
        "'{0}.{1}' came with Linux {2}, and the project runs on Linux {3}: ask for the kernel's release first, or catch its refusal",
        RuleCategories.Environment, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FeatureIsNewerThanTargetLinux));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        ArgSizeIsSetByCaller,
        ReservedFieldIsWritten,
        FlagIsMissing,
        FlagsExcludeEachOther,
        FieldMustBeZero,
        ValueIsOutOfRange,
        ValueIsNotAligned,
        ValueIsNotPowerOfTwo,
        ValueIsZero,
        FlagIsOfAnotherEnum,
        PageSizeIsAssumed,
        TextIsTooLong,
        FeatureIsNewerThanTargetLinux);
}
