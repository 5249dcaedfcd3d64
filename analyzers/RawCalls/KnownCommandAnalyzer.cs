using System;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Compares a project's own declarations with what is known of the commands they name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KnownCommandAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_commandDiffersFromKnown = new(
        RuleIds.CommandDiffersFromKnown,
        "A command is declared as its header defines it",
        "'{0}' declares {1} with {2}, but its header has {3}: write the macro, the number and the argument of the #define",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CommandDiffersFromKnown));

    private static readonly DiagnosticDescriptor s_directionContradictsUse = new(
        RuleIds.DirectionContradictsUse,
        "The direction in a number is the argument's",
        "'{0}' is declared by {1}, by which the kernel {2} the argument, but its argument is {3}: write the macro of the #define, or pass it the other way",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.DirectionContradictsUse));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_commandDiffersFromKnown, s_directionContradictsUse);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            Lazy<CommandCatalogModel> catalog = new(() => CommandCatalogReader.ReadShipped(start.Compilation, start.CancellationToken));
            start.RegisterSymbolAction(symbol => Analyze(symbol, catalog), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<CommandCatalogModel> catalog)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || method.Find("IoctlAttribute") is not { } ioctl || method.ContainingType?.FindByFullName(KnownNames.IoctlGroup) is not { } group)
            return;
        if (CommandCatalogReader.Read(method, ioctl, group, context.CancellationToken) is not { } command || ioctl.Place(method) is not { } place)
            return;
        KnownCommandModel? known = catalog.Value.OfName(command.Name).FirstOrDefault();
        if (known is not null)
            Compare(context, place, method, command, known);
        else
            CheckDirection(context, place, method, ioctl, command);
    }

    private static void Compare(SymbolAnalysisContext context, Location place, IMethodSymbol method, KnownCommandModel command, KnownCommandModel known)
    {
        (string, string)? difference =
            command.Number != known.Number ? ($"the number 0x{command.Number:x}", $"0x{known.Number:x}")
            : known.Form == ArgumentForm.Value && command.Form == ArgumentForm.Pointer ? ("the address of an argument", "an argument by value")
            : known.Form == ArgumentForm.Pointer && command.Form == ArgumentForm.Value ? ("an argument by value", "the address of an argument")
            : command is { Form: ArgumentForm.Pointer, Size: > 0 } && command.Size < known.Size && !HasOwnSize(command) ? ($"an argument of {command.Size} bytes", $"one of {known.Size}")
            : null;
        if (difference is var (declared, truth))
            context.ReportDiagnostic(Diagnostic.Create(s_commandDiffersFromKnown, place, method.Name, command.Name, declared, truth));
    }

    // A struct that says its own size may be one of an older kernel.
    private static bool HasOwnSize(KnownCommandModel command)
        => command.Argument is INamedTypeSymbol argument && ShapeReader.Fields(argument).Any(field => field.Has(KnownNames.ArgSize));

    // _IOW is "user space writes": the kernel reads.
    private static void CheckDirection(SymbolAnalysisContext context, Location place, IMethodSymbol method, AttributeData ioctl, KnownCommandModel command)
    {
        // A macro's type that is not the argument's says that the author looked.
        if (ioctl.ConstructorArguments.Length == 0 || ioctl.HasNamed("MacroType") || command.Form != ArgumentForm.Pointer || ioctl.HasNamed("Argument"))
            return;
        IParameterSymbol? parameter = method.Parameters.Skip(1).FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Type, command.Argument));
        bool isOnlyWritten = parameter is null || parameter.RefKind == RefKind.Out;
        bool isOnlyRead = parameter?.RefKind == RefKind.In;
        switch ((IoctlMacro)ioctl.Argument<int>(0))
        {
            case IoctlMacro.IOW when isOnlyWritten && !method.Parameters.Skip(1).Any(item => item.Has(KnownNames.Field)):
                context.ReportDiagnostic(Diagnostic.Create(s_directionContradictsUse, place, method.Name, "_IOW", "only reads", "only written by it"));
                break;
            case IoctlMacro.IOR when isOnlyRead:
                context.ReportDiagnostic(Diagnostic.Create(s_directionContradictsUse, place, method.Name, "_IOR", "only writes", "only read by it"));
                break;
        }
    }
}
