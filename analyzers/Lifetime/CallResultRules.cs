using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>The rules about what a call gives back.</summary>
internal static class CallResultRules
{
    public static readonly DiagnosticDescriptor ResultMustBeRead = new(
        RuleIds.ResultMustBeRead,
        "A result that can be less than was asked for is read",
        "'{0}' says in {1} what the kernel really did, which can be less than was asked for though the call succeeded: compare it",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ResultMustBeRead));

    public static readonly DiagnosticDescriptor ErrnoIsDiscarded = new(
        RuleIds.ErrnoIsDiscarded,
        "The error of a call is looked at",
        "'{0}' says by its result alone that it failed: test the result, {1}",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrnoIsDiscarded));

    public static readonly DiagnosticDescriptor ErrnoIsReadTooLate = new(
        RuleIds.ErrnoIsReadTooLate,
        "errno is read at once",
        "'{0}' comes after '{1}', which can change errno: read it straight after '{2}'",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrnoIsReadTooLate));

    public static readonly DiagnosticDescriptor RetryIsUnbounded = new(
        RuleIds.RetryIsUnbounded,
        "A call is not repeated on every error for ever",
        "'{0}' is called until it succeeds, and an error that stays, as ENODEV of a device that is gone, keeps the thread here for ever: go on after errors that pass alone, as EINTR, or count the attempts",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RetryIsUnbounded));

    public static readonly DiagnosticDescriptor ErrorIsLostInCatch = new(
        RuleIds.ErrorIsLostInCatch,
        "What the kernel says of a failure is kept",
        "'{0}' is thrown without what the kernel said when '{1}' failed: give it the caught exception as its inner one",
        RuleCategories.CallSite, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrorIsLostInCatch));
}
