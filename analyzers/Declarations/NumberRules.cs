using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about command numbers.</summary>
internal static class NumberRules
{
    private static readonly DiagnosticDescriptor s_commandNameIsNotIdentifier = new(
        RuleIds.CommandNameIsNotIdentifier,
        "The C name of a command is an identifier",
        "The C name of '{0}' is '{1}', which no header can define: write Name = \"...\" as the header has it",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandNameIsNotIdentifier));

    private static readonly DiagnosticDescriptor s_commandNumberOverflows = new(
        RuleIds.CommandNumberOverflows,
        "The number of a command has 8 bits",
        "The number of '{0}' is {1} with the Base of its group, but _IOC has 8 bits for it: write the number behind the base as the header does",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandNumberOverflows));

    private static readonly DiagnosticDescriptor s_commandHasNoNumber = new(
        RuleIds.CommandHasNoNumber,
        "A command has a number",
        "'{0}' has neither a macro with a number nor a legacy number: write [Ioctl(IoctlMacro.IO, 13)] as the #define does, or Number = for a command without a macro",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandHasNoNumber));

    private static readonly DiagnosticDescriptor s_commandNeedsGroupType = new(
        RuleIds.CommandNeedsGroupType,
        "A macro needs the type of its group",
        "'{0}' makes its number by a macro, but its group states no type: write [IoctlGroup('...')] with the first argument of the macro",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandNeedsGroupType));

    private static readonly DiagnosticDescriptor s_macroNeedsType = new(
        RuleIds.MacroNeedsType,
        "The macro of a command has a type",
        "'{0}' uses _{1}, whose number holds the size of a type, but the call has no argument of a known type: write MacroType = typeof(...) as the #define does",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MacroNeedsType));

    private static readonly DiagnosticDescriptor s_macroTypeIsNotFixedWidth = new(
        RuleIds.MacroTypeIsNotFixedWidth,
        "The type in a macro has a C layout",
        "MacroType of '{0}' is '{1}', which has no C layout: name an integer, nint for a C long, or a kernel struct",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MacroTypeIsNotFixedWidth));

    private static readonly DiagnosticDescriptor s_argumentIsTooLargeForNumber = new(
        RuleIds.ArgumentIsTooLargeForNumber,
        "The size in a number has 14 bits",
        "'{0}' puts into its _{1} number a size of 16384 bytes or more, for which it has no room: write MacroType = typeof(...) as the #define does",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgumentIsTooLargeForNumber));

    private static readonly DiagnosticDescriptor s_commandNumberDiffers = new(
        RuleIds.CommandNumberDiffers,
        "A command has one number",
        "'{0}' gives '{1}' another number than '{2}' does, but a C name has one: write the same macro, number and MacroType on both, or correct Name",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandNumberDiffers));

    private static readonly DiagnosticDescriptor s_legacyNumberIsNotPortable = new(
        RuleIds.LegacyNumberIsNotPortable,
        "A legacy number is stated for every architecture",
        "The number {1} of '{0}' is another on some architectures: write {2} too, from asm/ioctls.h",
        RuleCategories.Number, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LegacyNumberIsNotPortable));

    private static readonly DiagnosticDescriptor s_commandNumberIsShared = new(
        RuleIds.CommandNumberIsShared,
        "A number on one kind of file has one name",
        "'{0}' gives '{1}' the number that '{2}' has on '{3}' already: correct the number, take the handle type of the file that it is meant for, or write SharesNumber = true where the header has it so",
        RuleCategories.Number, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandNumberIsShared));

    private static readonly DiagnosticDescriptor s_macroIsUnknown = new(
        RuleIds.MacroIsUnknown,
        "The macro of a command is one of four",
        "'{0}' uses macro {1}, which does not exist: write IoctlMacro.IO, IOR, IOW or IOWR as the #define does",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MacroIsUnknown));

    private static readonly DiagnosticDescriptor s_commandHasTwoNumbers = new(
        RuleIds.CommandHasTwoNumbers,
        "A command has a macro or a legacy number",
        "'{0}' has a macro and {1} too: remove one of them",
        RuleCategories.Number, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandHasTwoNumbers));

    private static readonly DiagnosticDescriptor s_macroTakesNoType = new(
        RuleIds.MacroTakesNoType,
        "_IO and legacy numbers hold no type",
        "MacroType of '{0}' has no effect, because its number holds no size: remove it, or write the macro of the #define",
        RuleCategories.Number, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.MacroTakesNoType));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.CommandNameIsNotIdentifier] = s_commandNameIsNotIdentifier,
        [DeclarationFault.CommandNumberOverflows] = s_commandNumberOverflows,
        [DeclarationFault.CommandHasNoNumber] = s_commandHasNoNumber,
        [DeclarationFault.CommandNeedsGroupType] = s_commandNeedsGroupType,
        [DeclarationFault.MacroNeedsType] = s_macroNeedsType,
        [DeclarationFault.MacroTypeIsNotFixedWidth] = s_macroTypeIsNotFixedWidth,
        [DeclarationFault.ArgumentIsTooLargeForNumber] = s_argumentIsTooLargeForNumber,
        [DeclarationFault.CommandNumberDiffers] = s_commandNumberDiffers,
        [DeclarationFault.LegacyNumberIsNotPortable] = s_legacyNumberIsNotPortable,
        [DeclarationFault.CommandNumberIsShared] = s_commandNumberIsShared,
        [DeclarationFault.MacroIsUnknown] = s_macroIsUnknown,
        [DeclarationFault.CommandHasTwoNumbers] = s_commandHasTwoNumbers,
        [DeclarationFault.MacroTakesNoType] = s_macroTakesNoType,
    };
}
