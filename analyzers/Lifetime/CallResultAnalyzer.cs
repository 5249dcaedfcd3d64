using System;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        else if (method.ReturnType.SpecialType == SpecialType.System_Int32 && RawImportReader.IsIoctl(method))
            AnalyzeRaw(context, call, method);
    }

    // Whoever discards it in the open and asks for errno nevertheless takes that for the result.
    private static void AnalyzeRaw(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method)
    {
        bool isSilent = IsDiscarded(call);
        if (isSilent || (IsDiscardedInTheOpen(call) && ErrnoReadAnalyzer.IsAskedAfter(call)))
            context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ErrnoIsDiscarded, call.Syntax.GetLocation(), Test("< 0"), method.Name, "and read errno with Marshal.GetLastPInvokeError when it is -1" + (isSilent ? ", or discard it with '_ ='" : "")));
    }

    private static void AnalyzeDeclared(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method)
    {
        bool isErrno = method.ReturnType.IsOurs(KnownNames.Errno);
        if (isErrno && IsDiscarded(call))
        {
            string? throwing = Throwing(method);
            context.ReportDiagnostic(Diagnostic.Create(
                CallResultRules.ErrnoIsDiscarded,
                call.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add("Throwing", throwing),
                method.Name,
                throwing is null ? "or discard it with '_ ='" : $"call {throwing}, which throws, or discard it with '_ ='"));
        }
        else if (!isErrno && !method.ReturnsVoid && IsDiscarded(call) && ResultMustBeRead(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ResultMustBeRead, call.Syntax.GetLocation(), Test(Asked(call, method) is { } asked ? $"!= {asked}" : null), method.Name, "its result"));
        }

        CheckFields(context, call, method);
    }

    // What a fix needs to write the test of the result.
    private static ImmutableDictionary<string, string?> Test(string? failure) => ImmutableDictionary<string, string?>.Empty.Add("Failure", failure);

    // The value that the call was given for the field that it returns, where that is one to name twice.
    private static string? Asked(IInvocationOperation call, IMethodSymbol method)
    {
        string? name = method.GetReturnTypeAttributes().Find(KnownNames.Field)?.Argument<string>(0);
        IOperation? given = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Find(KnownNames.Field)?.Argument<string>(0) == name)?.Value
            ?? call.Arguments.Select(argument => (PassedArgumentReader.Unwrap(argument.Value) as IObjectCreationOperation)?.Initializer).FirstOrDefault(initializer => initializer is not null)?.Initializers
                .OfType<ISimpleAssignmentOperation>().FirstOrDefault(assignment => assignment.Target is IFieldReferenceOperation { Field: { } field } && field.Name == name)?.Value;
        return name is not null && given?.Syntax is IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax } ? given.Syntax.ToString() : null;
    }

    // A struct by ref whose field the kernel leaves the truth in, or a parameter that is that field: somebody must look at it afterwards.
    private static void CheckFields(OperationAnalysisContext context, IInvocationOperation call, IMethodSymbol method)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
                CheckOut(context, argument, method);
            else if (Passed(argument) is { Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type } local && Truth(argument, method, type) is { } field && !IsRead(call, method, local, field))
                context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ResultMustBeRead, argument.Syntax.GetLocation(), method.Name, type.IsKernelType() ? $"'{field.Name}' of '{local.Name}'" : $"'{local.Name}'"));
        }
    }

    private static void CheckOut(OperationAnalysisContext context, IArgumentOperation argument, IMethodSymbol method)
    {
        IOperation value = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
        if (value is ILocalReferenceOperation { Local: { } local } && Bound(argument, method) is not null && IsNeverLookedAt(local, argument))
            context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ResultMustBeRead, argument.Syntax.GetLocation(), method.Name, $"'{local.Name}'"));
    }

    // What the kernel leaves the truth in: a field of the struct, or the one that is read back to the variable.
    private static IFieldSymbol? Truth(IArgumentOperation argument, IMethodSymbol method, INamedTypeSymbol type)
        => type.IsKernelType() ? ShapeReader.Fields(type).FirstOrDefault(field => field.Has(MustRead)) : Bound(argument, method);

    private static IFieldSymbol? Bound(IArgumentOperation argument, IMethodSymbol method)
        => argument.Parameter?.Find(KnownNames.Field) is { } attribute && CallReader.FieldOf(method, attribute) is { } field && field.Has(MustRead) ? field : null;

    private static bool IsNeverLookedAt(ILocalSymbol local, IArgumentOperation argument)
        => PassedArgumentReader.RootOf(argument).Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .All(reference => argument.Syntax.Span.Contains(reference.Syntax.Span));

    private static ILocalSymbol? Passed(IArgumentOperation argument)
        => argument.Parameter?.RefKind == RefKind.Ref && argument.Value is ILocalReferenceOperation { Local: { IsRef: false } local } ? local : null;

    // Anything but writing a field, or reading another one, may be the look.
    private static bool IsRead(IInvocationOperation call, IMethodSymbol method, ILocalSymbol local, IFieldSymbol field)
        => PassedArgumentReader.RootOf(call).Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && !IsFieldWrite(reference)
            && !(reference.Parent is IFieldReferenceOperation other && !SymbolEqualityComparer.Default.Equals(other.Field, field))
            && !IsPassedTo(reference, method));

    private static bool IsFieldWrite(ILocalReferenceOperation reference)
        => reference.Parent is ISimpleAssignmentOperation whole && whole.Target == reference
            || reference.Parent is IFieldReferenceOperation { Parent: ISimpleAssignmentOperation assignment } field && assignment.Target == field;

    private static bool IsPassedTo(ILocalReferenceOperation reference, IMethodSymbol method)
        => reference.Parent is IArgumentOperation { Parent: IInvocationOperation other } && SymbolEqualityComparer.Default.Equals(other.TargetMethod.ReducedFrom ?? other.TargetMethod, method);

    // The method says it, or the field that is the result.
    private static bool ResultMustBeRead(IMethodSymbol method)
        => method.Has(MustRead) || method.GetReturnTypeAttributes().Find(MustRead) is not null
            || method.GetReturnTypeAttributes().Find(KnownNames.Field) is { } result && CallReader.FieldOf(method, result)?.Has(MustRead) == true;

    // TryReset -> Reset, where both say the same of a command and the other throws.
    private static string? Throwing(IMethodSymbol method)
        => method.Name.StartsWith("Try", StringComparison.Ordinal)
            && method.ContainingType.GetMembers(method.Name.Substring(3)).OfType<IMethodSymbol>().Any(other => other.Has("IoctlAttribute") && HasSameParameters(method, other))
            ? method.Name.Substring(3) : null;

    private static bool HasSameParameters(IMethodSymbol one, IMethodSymbol other)
        => one.Parameters.Length == other.Parameters.Length
            && one.Parameters.Zip(other.Parameters, (left, right) => left.RefKind == right.RefKind && SymbolEqualityComparer.Default.Equals(left.Type, right.Type)).All(same => same);

    // A local that nobody reads is a statement without one; '_ =' says that it is meant.
    private static bool IsDiscarded(IInvocationOperation call)
    {
        IOperation? user = call.Parent is IConditionalAccessOperation access ? access.Parent : call.Parent;
        while (user is IConversionOperation { IsImplicit: true })
            user = user.Parent;
        return user switch
        {
            IExpressionStatementOperation => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } => GivenReader.IsNeverRead(local, call),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local }, Parent: IExpressionStatementOperation } => GivenReader.IsNeverRead(local, call),
            _ => false,
        };
    }

    private static bool IsDiscardedInTheOpen(IInvocationOperation call) => call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation };
}
