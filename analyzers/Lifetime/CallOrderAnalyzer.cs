using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Follows a file from where a method opens it: a command that comes after another one needs that other one first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallOrderAnalyzer : DiagnosticAnalyzer
{
    private const string After = "AfterAttribute";

    private static readonly DiagnosticDescriptor s_callIsOutOfOrder = new(
        RuleIds.CallIsOutOfOrder,
        "Calls of a file are made in their order",
        "'{0}' works only after {1}, and nothing has called that with '{2}' since it was opened here: call it first",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.CallIsOutOfOrder));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_callIsOutOfOrder);

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
        if (!method.IsStatic || !(method.Has(After) || method.Has("IoctlAttribute")) || FileOf(call) is not { } file || GivenReader.Only(file, call) is not { } value || !IsOpened(value))
            return;
        // What the file itself wants comes first of all.
        AttributeData[] first = [.. file.Type.FindAll(After).Where(attribute => !attribute.IsHalfTyped())];
        AttributeData[] earlier = [.. method.FindAll(After).Where(attribute => !attribute.IsHalfTyped())];
        if (first.Length + earlier.Length == 0)
            return;
        IOperation root = PassedArgumentReader.RootOf(call);
        if (IsElsewhere(root, call, file))
            return;
        AttributeData[] missing = new[] { first, earlier }.FirstOrDefault(some => some.Length > 0 && !some.Any(attribute => IsMethod(method, method, attribute) || IsMade(root, call, file, method, attribute))) ?? [];
        if (missing.Length > 0)
            context.ReportDiagnostic(Diagnostic.Create(s_callIsOutOfOrder, call.Syntax.GetLocation(), method.Name, string.Join(" or ", missing.Select(attribute => $"'{attribute.Argument<string>(0)}'").Distinct()), file.Name));
    }

    private static ILocalSymbol? FileOf(IInvocationOperation call)
        => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } value && PassedArgumentReader.Unwrap(value) is ILocalReferenceOperation { Local: { } local } && local.Type.IsHandle() ? local : null;

    private static bool IsOpened(IOperation value)
        => (PassedArgumentReader.Unwrap(value) switch
        {
            IObjectCreationOperation made => made.Arguments,
            IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Open" } open } opened when SymbolEqualityComparer.Default.Equals(open.ContainingType, opened.Type) => opened.Arguments,
            _ => default,
        }) is { IsDefault: false } arguments
            && arguments.All(argument => argument.Parameter is { } parameter && !parameter.Type.IsHandle() && parameter.Type.SpecialType is not (SpecialType.System_IntPtr or SpecialType.System_UIntPtr));

    // Whoever else has it may have called anything, and a function of its own runs before or after, wherever it stands.
    private static bool IsElsewhere(IOperation root, IInvocationOperation call, ILocalSymbol file)
        => root.Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, file)
            && (IsInFunction(reference) || (reference.Syntax.SpanStart < call.Syntax.SpanStart && !IsArgumentOfIoctl(reference))));

    private static bool IsArgumentOfIoctl(ILocalReferenceOperation reference)
    {
        IOperation? parent = reference.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent is ISimpleAssignmentOperation assignment && assignment.Target == reference
            || parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } } && (method.ReducedFrom ?? method).Has("IoctlAttribute")
            || parent is IInvocationOperation { TargetMethod: { IsStatic: false } own } && own.Name == "ToString"
            || parent is IPropertyReferenceOperation;
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    private static bool IsMade(IOperation root, IInvocationOperation call, ILocalSymbol file, IMethodSymbol method, AttributeData after)
        => root.Descendants().OfType<IInvocationOperation>().Any(earlier =>
            earlier.Syntax.SpanStart < call.Syntax.SpanStart
            && IsMethod(earlier.TargetMethod.ReducedFrom ?? earlier.TargetMethod, method, after)
            && earlier.Arguments.Any(argument => PassedArgumentReader.Unwrap(argument.Value) is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, file))
            && HasValue(earlier, after));

    // TryBind binds as well as Bind.
    private static bool IsMethod(IMethodSymbol candidate, IMethodSymbol method, AttributeData after)
        => SymbolEqualityComparer.Default.Equals(candidate.ContainingType, after.Named<INamedTypeSymbol>("Group") ?? method.ContainingType)
            && after.Argument<string>(0) is { } name && (candidate.Name == name || candidate.Name == "Try" + name);

    // Of a value that is not known we say nothing.
    private static bool HasValue(IInvocationOperation earlier, AttributeData after)
    {
        if (after.ConstructorArguments.Length < 2 || after.ConstructorArguments[1].Kind == TypedConstantKind.Error || ConstantReader.Bits(after.ConstructorArguments[1].Value) is not { } wanted)
            return true;
        ulong[] known = [.. earlier.Arguments.Skip(1).Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: { } value } ? ConstantReader.Bits(value) : null).Where(bits => bits is not null).Select(bits => bits!.Value)];
        return known.Length < earlier.Arguments.Length - 1 || known.Contains(wanted);
    }
}
