using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about their results.</summary>
internal static class ResultRules
{
    private static readonly DiagnosticDescriptor s_returnValueIsNotOutInteger = new(
        RuleIds.ReturnValueIsNotOutInteger,
        "A return value is an int",
        "'{1}' of '{0}' carries [ReturnValue] but is of type '{2}', and an ioctl returns an int: make it 'out int' or 'out' an enum",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ReturnValueIsNotOutInteger));

    private static readonly DiagnosticDescriptor s_outParameterNeedsErrno = new(
        RuleIds.OutParameterNeedsErrno,
        "A result is an out parameter where the method returns Errno",
        "'{1}' of '{0}' is a result of a call that throws: return it, or let '{0}' return Errno",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.OutParameterNeedsErrno));

    private static readonly DiagnosticDescriptor s_resultTypeIsUnsupported = new(
        RuleIds.ResultTypeIsUnsupported,
        "An ioctl returns what the kernel can give",
        "'{0}' returns '{1}', which no ioctl can give: return void, Errno, int, an enum, a kernel struct, a handle, a KernelBuffer, or one field with [return: Field] from a method that does not return Errno",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ResultTypeIsUnsupported));

    private static readonly DiagnosticDescriptor s_handleHasNoConstructor = new(
        RuleIds.HandleHasNoConstructor,
        "A handle can be made for a new file descriptor",
        "'{1}' cannot own the file descriptor that '{0}' gives, because it is abstract or lacks a reachable constructor: give it a public constructor with the parameters (IntPtr fd, bool ownsHandle)",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleHasNoConstructor));

    private static readonly DiagnosticDescriptor s_handleCannotAdopt = new(
        RuleIds.HandleCannotAdopt,
        "A handle can take over a file descriptor",
        "'{1}' cannot take over the file descriptor that '{0}' gives before .NET 8: derive it from DeviceHandle",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleCannotAdopt));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.ReturnValueIsNotOutInteger] = s_returnValueIsNotOutInteger,
        [DeclarationFault.OutParameterNeedsErrno] = s_outParameterNeedsErrno,
        [DeclarationFault.ResultTypeIsUnsupported] = s_resultTypeIsUnsupported,
        [DeclarationFault.HandleHasNoConstructor] = s_handleHasNoConstructor,
        [DeclarationFault.HandleCannotAdopt] = s_handleCannotAdopt,
    };
}
