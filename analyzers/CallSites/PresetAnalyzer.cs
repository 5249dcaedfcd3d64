using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.CallSites;

/// <summary>Finds calls that pass a constant which contradicts what the declaration presets. What is not certain is left alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PresetAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallSiteRules.ArgumentContradictsPreset);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName(KnownNames.Ioctl).IsEmpty)
            return;
        ConcurrentDictionary<IMethodSymbol, ImmutableArray<AttributeData>> presets = new(SymbolEqualityComparer.Default);
        ContractCache contracts = new();
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                // A method of an [IoctlGroup] is static, and so is its class.
                if (call.TargetMethod is not { IsStatic: true, ContainingType.IsStatic: true } method)
                    return;
                foreach (AttributeData preset in presets.GetOrAdd(method.ReducedFrom ?? method, Presets))
                    new PresetCall(call, preset, contracts).Check(operation.ReportDiagnostic);
            },
            OperationKind.Invocation);
    }

    private static ImmutableArray<AttributeData> Presets(IMethodSymbol method) => method.FindAll(KnownNames.Preset).Where(preset => !preset.IsHalfTyped()).ToImmutableArray();
}
