using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>The rules about file descriptors and who owns them.</summary>
internal static class HandleRules
{
    public static readonly DiagnosticDescriptor FdIsNotOwned = new(
        RuleIds.FdIsNotOwned,
        "A new file descriptor has an owner",
        "'{0}' is a new file descriptor that nobody closes: take it with a method that gives a handle, or wrap it in one at once",
        RuleCategories.Lifetime, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FdIsNotOwned));

    public static readonly DiagnosticDescriptor FdZeroIsTreatedAsFailure = new(
        RuleIds.FdZeroIsTreatedAsFailure,
        "0 is a file descriptor",
        "'{0}' takes the file descriptor 0 for {1}, but only a negative one is a failure: write '{2}'",
        RuleCategories.Lifetime, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FdZeroIsTreatedAsFailure));

    public static readonly DiagnosticDescriptor HandleIsNotKeptAlive = new(
        RuleIds.HandleIsNotKeptAlive,
        "A handle stays open while its descriptor is used",
        "'{0}' gives the descriptor away {1}: {2}",
        RuleCategories.Lifetime, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleIsNotKeptAlive));

    public static readonly DiagnosticDescriptor ResourceIsNotDisposed = new(
        RuleIds.ResourceIsNotDisposed,
        "What holds something of the kernel is disposed",
        "Nothing disposes {0}, a '{1}', so that the kernel gets back late or never what it holds: {2}",
        RuleCategories.Lifetime, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ResourceIsNotDisposed));
}
