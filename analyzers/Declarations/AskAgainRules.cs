using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about answers that grow.</summary>
internal static class AskAgainRules
{
    private static readonly DiagnosticDescriptor s_askAgainNeedsBuffer = new(
        RuleIds.AskAgainNeedsBuffer,
        "An answer that grows needs a KernelBuffer",
        "'{0}' is asked again with more room, but has no place for an answer of any length: return KernelBuffer<T> of the struct, or take it as an out parameter and return Errno",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainNeedsBuffer));

    private static readonly DiagnosticDescriptor s_bufferNeedsAskAgain = new(
        RuleIds.BufferNeedsAskAgain,
        "A KernelBuffer is the answer of a call that is asked again",
        "'{0}' gives a KernelBuffer, but nothing says how the kernel tells the length of its answer: write [AskAgain], with the error and the count where the kernel has them",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.BufferNeedsAskAgain));

    private static readonly DiagnosticDescriptor s_askAgainTakesNoTail = new(
        RuleIds.AskAgainTakesNoTail,
        "An answer that grows has no tail parameter",
        "'{0}' is asked again with more room behind the struct, where its tail stands too: remove [Tail], Tail = or [AskAgain]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainTakesNoTail));

    private static readonly DiagnosticDescriptor s_askAgainTakesNoPointer = new(
        RuleIds.AskAgainTakesNoPointer,
        "An answer that grows takes no addresses",
        "'{0}' is asked again with more room, and would have to send the address of a [Field] parameter each time anew: take a struct with that address as the argument of a call without [AskAgain]",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainTakesNoPointer));

    private static readonly DiagnosticDescriptor s_askAgainTakesNoOutput = new(
        RuleIds.AskAgainTakesNoOutput,
        "An answer that grows is one result",
        "'{0}' has an out or ref [Field] parameter, but what the kernel answers is in its KernelBuffer alone: remove that parameter and read the field there",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainTakesNoOutput));

    private static readonly DiagnosticDescriptor s_askAgainNeedsArgSize = new(
        RuleIds.AskAgainNeedsArgSize,
        "An answer that grows says its length",
        "[AskAgain] of '{0}' waits for a larger argsz, but struct '{1}' has no [ArgSize] field: mark the field, or write Count = nameof(...) of the field that the kernel counts in",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainNeedsArgSize));

    private static readonly DiagnosticDescriptor s_askAgainNeedsCount = new(
        RuleIds.AskAgainNeedsCount,
        "An answer that grows by count names the count",
        "[AskAgain] of '{0}' states an error or an array, but not which field of struct '{1}' counts: write Count = nameof(...)",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainNeedsCount));

    private static readonly DiagnosticDescriptor s_askAgainCountIsNotInteger = new(
        RuleIds.AskAgainCountIsNotInteger,
        "The count of an answer that grows is an integer field",
        "[AskAgain] of '{0}' counts in '{1}.{2}', which is no ushort, uint, int or ulong field: name the field that the kernel writes the count to",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainCountIsNotInteger));

    private static readonly DiagnosticDescriptor s_askAgainArrayIsNotPointer = new(
        RuleIds.AskAgainArrayIsNotPointer,
        "The array of an answer that grows is a pointer field",
        "[AskAgain] of '{0}' takes '{1}.{2}' for the address of the array, which is no UserPointer, ulong or nuint field: name the field that holds the address",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainArrayIsNotPointer));

    private static readonly DiagnosticDescriptor s_askAgainHasNoElements = new(
        RuleIds.AskAgainHasNoElements,
        "An answer that grows has elements of a known size",
        "[AskAgain] of '{0}' counts elements, but neither a [Tail] of '{1}' nor Array and Element say of which size: state them, and the error that the kernel answers with where the elements are the tail",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.AskAgainHasNoElements));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.AskAgainNeedsBuffer] = s_askAgainNeedsBuffer,
        [DeclarationFault.BufferNeedsAskAgain] = s_bufferNeedsAskAgain,
        [DeclarationFault.AskAgainTakesNoTail] = s_askAgainTakesNoTail,
        [DeclarationFault.AskAgainTakesNoPointer] = s_askAgainTakesNoPointer,
        [DeclarationFault.AskAgainTakesNoOutput] = s_askAgainTakesNoOutput,
        [DeclarationFault.AskAgainNeedsArgSize] = s_askAgainNeedsArgSize,
        [DeclarationFault.AskAgainNeedsCount] = s_askAgainNeedsCount,
        [DeclarationFault.AskAgainCountIsNotInteger] = s_askAgainCountIsNotInteger,
        [DeclarationFault.AskAgainArrayIsNotPointer] = s_askAgainArrayIsNotPointer,
        [DeclarationFault.AskAgainHasNoElements] = s_askAgainHasNoElements,
    };
}
