using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>The rules about memory that the kernel is given.</summary>
internal static class MemoryRules
{
    public static readonly DiagnosticDescriptor UninitializedMemoryReachesKernel = new(
        RuleIds.UninitializedMemoryReachesKernel,
        "Memory for the kernel is cleared",
        "'{0}' goes to the kernel with whatever '{1}' left in it: clear it first, or start from 'default'",
        RuleCategories.Lifetime, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.UninitializedMemoryReachesKernel));

    public static readonly DiagnosticDescriptor AddressOutlivesItsPin = new(
        RuleIds.AddressOutlivesItsPin,
        "An address is used while its memory is pinned",
        "'{0}' keeps the address of '{1}' {2}: {3}, or use memory that stays",
        RuleCategories.Lifetime, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AddressOutlivesItsPin));

    public static readonly DiagnosticDescriptor DmaMemoryIsManaged = new(
        RuleIds.DmaMemoryIsManaged,
        "Memory that a device keeps is not the garbage collector's",
        "'{0}' is memory that the device uses after the call, and is given {1}: use a DmaBuffer",
        RuleCategories.Lifetime, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.DmaMemoryIsManaged));
}
