using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds values made of pages of 4096 bytes, where the kernel wants multiples of the machine's pages.</summary>
internal sealed class PageSizeReader(ContractCache contracts)
{
    /// <summary>What is assigned to a field.</summary>
    public void ReadAssignment(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (Field(assignment) is { } field)
            Check(context, assignment.Value, field);
    }

    /// <summary>What a declared call writes to a field.</summary>
    public void ReadCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!IsDeclared(call.TargetMethod))
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (Field(argument) is { } field)
                Check(context, argument.Value, field);
        }
    }

    private void Check(OperationAnalysisContext context, IOperation given, IFieldSymbol field)
    {
        // All pages of x86 have that size.
        if (context.Compilation.Options.Platform is Platform.X64 or Platform.X86 || Source(given) is not { } value)
            return;
        foreach (PageArithmetic found in PageArithmeticReader.Read(value))
        {
            // Who compared the page's size with something knows which it is.
            if (MentionReader.IsCompared(given, "Environment", "SystemPageSize"))
                return;
            Location place = Location.Create(found.Operand.Syntax.SyntaxTree, TextSpan.FromBounds(found.Start, found.Operand.Syntax.Span.End));
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add("Value", found.Value).Add("Type", found.Type?.ToDisplayString());
            context.ReportDiagnostic(Diagnostic.Create(ValueRules.PageSizeIsAssumed, place, properties, place.SourceTree!.GetText(context.CancellationToken).ToString(place.SourceSpan), field.ContainingType.Name, field.Name));
        }
    }

    // The expression that the value is, be it that of a local that is given nothing else. Such a local is looked at where it is used first.
    private IOperation? Source(IOperation given)
    {
        if (given.ConstantValue.HasValue || Unconverted(given) is not ILocalReferenceOperation { Local: var local } here)
            return given;
        ILocalReferenceOperation[] uses = [.. MentionReader.Root(given).Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))];
        return local.RefKind != RefKind.None || uses.Any(IsWritten) || uses.FirstOrDefault(use => Field(Holder(use)) is not null) != here ? null
            : MentionReader.Root(given).Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value;
    }

    private static bool IsWritten(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

    private static IOperation? Holder(IOperation use)
    {
        IOperation? holder = use.Parent;
        while (holder is IConversionOperation)
            holder = holder.Parent;
        return holder;
    }

    // The field of pages that takes the value.
    private IFieldSymbol? Field(IOperation? holder) => holder switch
    {
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: { IsStatic: false } field } } => IsOfPages(field) ? field : null,
        IArgumentOperation { Parameter: { Ordinal: > 0, RefKind: RefKind.None } parameter, Parent: IInvocationOperation { TargetMethod: var method } }
            when IsDeclared(method) && parameter.Find(KnownNames.Field) is { } attribute => CallReader.FieldOf(method, attribute) is { } named && IsOfPages(named) ? named : null,
        _ => null,
    };

    // A method of an [IoctlGroup] is static, and so is its class.
    private static bool IsDeclared(IMethodSymbol method) => method is { IsStatic: true, ContainingType.IsStatic: true } && ContractCache.IsKernelCall(method);

    private bool IsOfPages(IFieldSymbol field) => !field.GetAttributes().IsEmpty && contracts.Of(field.ContainingType)?.Of(field) is { IsPageAligned: true };

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
