using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds capability chains that are walked by hand, and lengths computed from what the kernel says, where nothing checks the step.</summary>
internal static class CapabilityReader
{
    private const string Header = "vfio_info_cap_header";
    private const string FirstOffset = "capoffset";

    private static readonly HashSet<string> s_memory = new(StringComparer.Ordinal)
    {
        "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "MemoryExtensions", "MemoryMarshal", "Unsafe", "Marshal", "IntPtr", "UIntPtr", "BitConverter", "Buffer", "BinaryPrimitives", "ArraySegment", KnownNames.KernelBuffer,
    };

    public static void Read(OperationAnalysisContext context, ContractCache contracts)
    {
        IFieldReferenceOperation read = (IFieldReferenceOperation)context.Operation;
        if (read.Instance is null || read.Field.ContainingType is not { TypeKind: TypeKind.Struct } type)
            return;
        bool isOffset = IsOffset(read.Field, type);
        if (!isOffset && !IsSize(read.Field, type, contracts))
            return;
        ISymbol? local = Target(read);
        IEnumerable<IOperation> reads = local is null ? [read] : LaterReads(read, local);
        // In a struct that is written by hand the first offset is the flag's to vouch for.
        if (isOffset && Key(read.Field.Name) == FirstOffset && !type.IsKernelType() && (MentionReader.IsMentioned(read, type.Name, "flags") || MentionReader.IsMentioned(read, type.Name, "Flags")))
            return;
        if (reads.Select(Use).FirstOrDefault(use => use is not null && (isOffset || IsOwnSizeSubtracted(use, type))) is not { } found || IsCompared(read, local))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            AnswerRules.CapabilityChainIsWalkedByHand,
            found.Syntax.GetLocation(),
            type.Name,
            read.Field.Name,
            isOffset ? "may point anywhere, or back" : "may be less than what is subtracted from it",
            isOffset ? "enumerate the Capabilities of the call's KernelBuffer, which checks each step" : "take what is behind from the KernelBuffer's Tail, or compare first"));
    }

    // A declared struct says which field it is; one that repeats the kernel's has the names of C.
    private static bool IsOffset(IFieldSymbol field, INamedTypeSymbol type)
    {
        bool isNext = field.Name.Equals("next", StringComparison.OrdinalIgnoreCase);
        bool isFirst = field.Name.EndsWith("offset", StringComparison.OrdinalIgnoreCase) && Key(field.Name) == FirstOffset;
        if (!isNext && !isFirst && field.GetAttributes().IsEmpty)
            return false;
        if (type.IsKernelType())
            return field.Has(KnownNames.CapabilityOffset) || (isNext && type.FindByFullName(KnownNames.KernelStruct)?.Argument<string>(0) == Header);
        return (isNext && Key(type.Name) == Key(Header)) || (isFirst && Key(ShapeReader.Fields(type)[0].Name) == "argsz");
    }

    private static bool IsSize(IFieldSymbol field, INamedTypeSymbol type, ContractCache contracts)
        => !field.GetAttributes().IsEmpty && type.IsKernelType() && contracts.Of(type)?.Of(field) is { IsArgSize: true };

    private static string Key(string name) => name.Replace("_", "").ToLowerInvariant();

    // offset = header->next
    private static ISymbol? Target(IOperation read)
    {
        IOperation value = Converted(read);
        return value.Parent switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment when assignment.Value == value => Variable(assignment.Target),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            _ => null,
        };
    }

    // Where the local is used; nothing where another write to it, from the chain as well, tells the same.
    private static IEnumerable<IOperation> LaterReads(IFieldReferenceOperation read, ISymbol local)
    {
        IOperation root = PassedArgumentReader.RootOf(read);
        bool isToldElsewhere = root.Descendants().OfType<IFieldReferenceOperation>().Any(other =>
            other != read && SymbolEqualityComparer.Default.Equals(Target(other), local) && IsOffset(other.Field, other.Field.ContainingType)
            && (SymbolEqualityComparer.Default.Equals(other.Field, read.Field) ? other.Syntax.SpanStart < read.Syntax.SpanStart : Key(other.Field.Name) == "next"));
        return isToldElsewhere ? [] : References(root, local);
    }

    private static IEnumerable<IOperation> References(IOperation root, ISymbol local)
        => root.Descendants().Where(operation => SymbolEqualityComparer.Default.Equals(Variable(operation), local));

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        _ => null,
    };

    private static IOperation Converted(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    // The arithmetic, the index or the slice that the value goes into.
    private static IOperation? Use(IOperation operation)
    {
        IOperation value = Converted(operation);
        return value.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } arithmetic => arithmetic,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract } subtraction when subtraction.Target == value => subtraction,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: var owner } call } when s_memory.Contains(owner.Name) => call,
            IArgumentOperation { Parent: IPropertyReferenceOperation { Property.IsIndexer: true } element } => element,
            IArrayElementReferenceOperation element when element.ArrayReference != value => element,
            IRangeOperation range => range,
            { Kind: OperationKind.None, Syntax: ElementAccessExpressionSyntax } element when element.ChildOperations.First() != value => element,
            _ => null,
        };
    }

    private static bool IsOwnSizeSubtracted(IOperation use, INamedTypeSymbol type)
    {
        IOperation? subtracted = use switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } subtraction => subtraction.RightOperand,
            ICompoundAssignmentOperation subtraction => subtraction.Value,
            _ => null,
        };
        if (subtracted is null)
            return false;
        IOperation size = PassedArgumentReader.Unwrap(subtracted);
        return SizeOfReader.Measured(size) is not null || (size.ConstantValue is { HasValue: true, Value: var constant } && ConstantReader.Bits(constant) is { } bits && bits == (ulong?)PlainStructReader.SizeOf(type));
    }

    // Whoever compares it with anything has thought of it.
    private static bool IsCompared(IFieldReferenceOperation read, ISymbol? local)
        => PassedArgumentReader.RootOf(read).Descendants().Any(operation =>
            operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } or IRelationalPatternOperation or IInvocationOperation { TargetMethod.ContainingType.Name: "Math" or "ArgumentOutOfRangeException" }
            && (operation.Kind == OperationKind.RelationalPattern ? operation.Parent! : operation).DescendantsAndSelf().Any(part =>
                part is IFieldReferenceOperation field ? SymbolEqualityComparer.Default.Equals(field.Field, read.Field)
                : local is not null && SymbolEqualityComparer.Default.Equals(Variable(part), local)));
}
