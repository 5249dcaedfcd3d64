using System;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for results that nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallResultAnalyzer : DiagnosticAnalyzer
{
    private const string MustRead = "MustReadAttribute";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CallResultRules.ResultMustBeRead, CallResultRules.ErrnoIsDiscarded);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (!method.IsStatic)
            return;
        if (method.Has("IoctlAttribute"))
            AnalyzeDeclared(context, call, method);
        else if (IsDiscarded(call, orExplicitly: true) && RawImportReader.IsIoctl(method))
            AnalyzeRaw(context, call, method);
    }

    // Whoever discards it in the open and asks for errno nevertheless takes that for the result.
    private static void AnalyzeRaw(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method)
    {
        bool isSilent = IsDiscarded(call, orExplicitly: false);
        if (!isSilent && !PassedArgumentReader.RootOf(call).Descendants().OfType<IInvocationOperation>().Any(other => ErrorTestReader.IsErrno(other) && other.Syntax.SpanStart > call.Syntax.SpanStart))
            return;
        string remedy = "and read errno with Marshal.GetLastPInvokeError when it is -1" + (isSilent ? ", or discard it with '_ ='" : "");
        context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ErrnoIsDiscarded, call.Syntax.GetLocation(), method.Name, remedy));
    }

    private static void AnalyzeDeclared(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method)
    {
        bool isErrno = method.ReturnType.IsOurs(KnownNames.Errno);
        if (isErrno && IsDiscarded(call, orExplicitly: false))
        {
            string? throwing = Throwing(method);
            context.ReportDiagnostic(Diagnostic.Create(
                CallResultRules.ErrnoIsDiscarded,
                call.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add("Throwing", throwing),
                method.Name,
                throwing is null ? "or discard it with '_ ='" : $"call {throwing}, which throws, or discard it with '_ ='"));
        }
        else if (!isErrno && !method.ReturnsVoid && IsDiscarded(call, orExplicitly: false) && ResultMustBeRead(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ResultMustBeRead, call.Syntax.GetLocation(), method.Name, "its result"));
        }

        CheckFields(context, call, method);
    }

    // A struct by ref whose field the kernel leaves the truth in: somebody must look at it afterwards.
    private static void CheckFields(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Ref, Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type } || argument.Value is not ILocalReferenceOperation { Local: { IsRef: false } local })
                continue;
            if (ShapeReader.Fields(type).FirstOrDefault(field => field.Has(MustRead)) is not { } field || !type.IsKernelType())
                continue;
            IOperation root = PassedArgumentReader.RootOf(call);
            // Anything but writing a field may be the look.
            bool isRead = root.Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
                SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference != argument.Value && !IsFieldWrite(reference) && !(reference.Parent is IArgumentOperation other && IsSameKindOfCall(other, method)));
            if (!isRead)
                context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ResultMustBeRead, argument.Syntax.GetLocation(), method.Name, $"'{field.Name}' of '{local.Name}'"));
        }
    }

    private static bool IsFieldWrite(ILocalReferenceOperation reference)
        => reference.Parent is IFieldReferenceOperation { Parent: ISimpleAssignmentOperation assignment } field && assignment.Target == field;

    private static bool IsSameKindOfCall(IArgumentOperation argument, IMethodSymbol method)
        => argument.Parent is IInvocationOperation other && SymbolEqualityComparer.Default.Equals(other.TargetMethod.ReducedFrom ?? other.TargetMethod, method);

    // The method says it, or the field that is the result.
    private static bool ResultMustBeRead(IMethodSymbol method)
        => method.Has(MustRead) || method.GetReturnTypeAttributes().Find(MustRead) is not null || CallReader.Read(method)?.Result?.Has(MustRead) == true;

    // TryReset -> Reset, where both say the same of a command and the other throws.
    private static string? Throwing(IMethodSymbol method)
        => method.Name.StartsWith("Try", StringComparison.Ordinal)
            && method.ContainingType.GetMembers(method.Name.Substring(3)).OfType<IMethodSymbol>().Any(other => other.Has("IoctlAttribute") && HasSameParameters(method, other))
            ? method.Name.Substring(3) : null;

    private static bool HasSameParameters(IMethodSymbol one, IMethodSymbol other)
        => one.Parameters.Length == other.Parameters.Length
            && one.Parameters.Zip(other.Parameters, (left, right) => left.RefKind == right.RefKind && SymbolEqualityComparer.Default.Equals(left.Type, right.Type)).All(same => same);

    private static bool IsDiscarded(IInvocationOperation call, bool orExplicitly)
        => (call.Parent is IConditionalAccessOperation access ? access.Parent : call.Parent) is IExpressionStatementOperation
            || (orExplicitly && call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation });
}
