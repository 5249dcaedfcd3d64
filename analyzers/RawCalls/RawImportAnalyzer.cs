using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Says what is wrong with a P/Invoke of libc's <c>ioctl</c>, and of the functions that open what it is called on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawImportAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(RawImportRules.RawImportLosesErrno, RawImportRules.RawRequestHasWrongWidth, RawImportRules.RawArgumentIsCopied);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || RawImportReader.Read(method) is not { } import || method.Place() is not { IsInSource: true } place)
            return;
        if (import.Function is "ioctl" or "open" or "open64" or "openat" && !import.SetsLastError && !ReadsErrnoAtOnce(method, context))
            context.ReportDiagnostic(Diagnostic.Create(RawImportRules.RawImportLosesErrno, place, method.Name));
        if (!RawImportReader.IsIoctl(method))
            return;
        if (HasWrongWidth(method.Parameters[1].Type))
            context.ReportDiagnostic(Diagnostic.Create(RawImportRules.RawRequestHasWrongWidth, TypePlace(method.Parameters[1], place, context), method.Name, method.Parameters[1].Type.ToDisplayString()));
        if (method.Parameters.Length == 3 && MarshalledArgumentReader.Fault(method.Parameters[2]) is { } fault)
            context.ReportDiagnostic(Diagnostic.Create(RawImportRules.RawArgumentIsCopied, TypePlace(method.Parameters[2], place, context), method.Parameters[2].Name, method.Parameters[2].Type.ToDisplayString(), fault));
    }

    // Marshal.GetLastSystemError straight after a blittable call reads errno itself, as code made for LibraryImport does.
    private static bool ReadsErrnoAtOnce(IMethodSymbol method, SymbolAnalysisContext context)
        => method.ContainingType.DeclaringSyntaxReferences.Any(part => part.GetSyntax(context.CancellationToken).DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "GetLastSystemError"));

    private static bool HasWrongWidth(ITypeSymbol type)
        => (type as INamedTypeSymbol)?.EnumUnderlyingType is { } underlying
            ? HasWrongWidth(underlying)
            : type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
                or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte or SpecialType.System_SByte;

    private static Location TypePlace(IParameterSymbol parameter, Location otherwise, SymbolAnalysisContext context)
        => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is ParameterSyntax { Type: { } type } ? type.GetLocation() : otherwise;
}
