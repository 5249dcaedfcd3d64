using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>Says what is wrong with a declaration: reads it with the generator's own readers, which then report what the generator passes over in silence.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation is not CSharpCompilation compilation || compilation.GetTypesByMetadataName(KnownNames.Ioctl).IsEmpty)
            return;
        if (compilation.LanguageVersion < LanguageVersion.CSharp9)
        {
            LanguageVersionReader versions = new();
            context.RegisterSymbolAction(versions.Read, SymbolKind.NamedType);
            context.RegisterCompilationEndAction(versions.Report);
        }
        else
        {
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        FaultSink sink = new(context.ReportDiagnostic);
        if (type.IsKernelType())
        {
            new StructReader(sink, context.CancellationToken).ReadShape(type);
            new ContractReader(type, sink).Read();
        }

        if (type.FindByFullName(KnownNames.KernelConstants) is not null)
            ConstantsReader.Read(type, sink);
        if (type.FindByFullName(KnownNames.IoctlGroup) is not null)
            new GroupReader(sink, context.Compilation, context.CancellationToken).Read(type, new(HasPlatformAttributes: false, HasFieldSpans: false));
        new StrayReader(type, sink).Read();
        ReadMemberContracts(type, sink);
    }

    private static void ReadMemberContracts(INamedTypeSymbol type, FaultSink sink)
    {
        VersionReader.Check(type, sink);
        HandleContractReader.Check(type, sink);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.GetAttributes().IsEmpty && member is not IMethodSymbol)
                continue;
            VersionReader.Check(member, sink);
            if (member is IMethodSymbol { PartialDefinitionPart: null } method)
            {
                MethodContractReader contracts = new(method, sink);
                contracts.After();
                contracts.MustRead();
                contracts.Refused();
            }
        }
    }
}
