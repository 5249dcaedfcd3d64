using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>The rules about P/Invokes of libc.</summary>
internal static class RawImportRules
{
    public static readonly DiagnosticDescriptor RawImportLosesErrno = new(
        RuleIds.RawImportLosesErrno,
        "An import of libc keeps errno",
        "'{0}' loses errno, which the runtime's own calls overwrite: write SetLastError = true, and read it with Marshal.GetLastPInvokeError",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RawImportLosesErrno));

    public static readonly DiagnosticDescriptor RawRequestHasWrongWidth = new(
        RuleIds.RawRequestHasWrongWidth,
        "The request of ioctl is an unsigned long",
        "The request of '{0}' is '{1}', but C passes an unsigned long, which has 32 or 64 bits as the machine has: declare it as nuint",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RawRequestHasWrongWidth));

    public static readonly DiagnosticDescriptor RawArgumentIsCopied = new(
        RuleIds.RawArgumentIsCopied,
        "The argument of ioctl is not marshalled",
        "'{0}' is '{1}', {2}: pass a blittable struct by 'ref', or a pointer",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RawArgumentIsCopied));
}
