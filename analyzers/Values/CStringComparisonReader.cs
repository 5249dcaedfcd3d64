using System;
using System.Linq;
using System.Text;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds texts that were read from all bytes of a field, the NULs behind them too, and are compared with one of another length.</summary>
internal static class CStringComparisonReader
{
    private static readonly string[] s_encodings = ["UTF8", "ASCII", "Latin1"];

    /// <summary><c>text == "eth0"</c>.</summary>
    public static void ReadOperator(OperationAnalysisContext context)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && comparison.LeftOperand.Type?.SpecialType == SpecialType.System_String)
            Read(context, comparison.LeftOperand, comparison.RightOperand);
    }

    /// <summary><c>text.Equals("eth0")</c>.</summary>
    public static void ReadCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: { Length: > 0 } arguments })
            Read(context, text, arguments[0].Value);
    }

    private static void Read(OperationAnalysisContext context, IOperation left, IOperation right)
    {
        (IOperation read, IOperation constant) = left.ConstantValue.HasValue ? (right, left) : (left, right);
        if (constant.ConstantValue is not { HasValue: true, Value: string text } || text.IndexOf('\0') >= 0 || text.IndexOf('\ufffd') >= 0 || Decoded(read) is not var (field, length))
            return;
        // As long as the field is a text without a NUL.
        if (Encoding.UTF8.GetByteCount(text) < length)
            context.ReportDiagnostic(Diagnostic.Create(ValueRules.TextIsTooLong, context.Operation.Syntax.GetLocation(), "of", field.ContainingType.Name, field.Name, length, $"the NULs behind it too, which '{text}' has not", "cut it at its first NUL"));
    }

    // Encoding.UTF8.GetString of the whole field.
    private static (IFieldSymbol Field, int Length)? Decoded(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => Initial(local) is { } value and not ILocalReferenceOperation ? Decoded(value) : null,
        IInvocationOperation
        {
            TargetMethod: { Name: "GetString", ContainingType: { Name: "Encoding", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } },
            Instance: IPropertyReferenceOperation { Property.Name: var encoding },
            Arguments: { Length: > 0 } arguments,
        }
            when s_encodings.Contains(encoding) => arguments.Length switch
            {
                1 => Bytes(arguments[0].Value),
                2 => Counted(arguments[0].Value, arguments[1].Value),
                _ => null,
            },
        _ => null,
    };

    private static (IFieldSymbol, int)? Bytes(IOperation span) => Unconverted(span) switch
    {
        IFieldReferenceOperation { Field: var field } when IsText(field, out int length) => (field, length),
        IObjectCreationOperation { Type.IsRefLikeType: true, Arguments: { Length: 2 } arguments } => Counted(arguments[0].Value, arguments[1].Value),
        IInvocationOperation { TargetMethod: { Name: "CreateSpan" or "CreateReadOnlySpan", ContainingType.Name: "MemoryMarshal" }, Arguments: { Length: 2 } arguments } => Counted(arguments[0].Value, arguments[1].Value),
        _ => null,
    };

    private static (IFieldSymbol, int)? Counted(IOperation start, IOperation count)
        => start.DescendantsAndSelf().OfType<IFieldReferenceOperation>().FirstOrDefault(part => IsText(part.Field, out _)) is { Field: var field }
            && IsText(field, out int length) && count.ConstantValue is { HasValue: true, Value: int counted } && counted == length && IsStart(start)
            ? (field, length)
            : null;

    // The array itself, or its first element.
    private static bool IsStart(IOperation start)
        => !start.DescendantsAndSelf().Any(part => part is IBinaryOperation or IInvocationOperation || part.ConstantValue is { HasValue: true, Value: not 0 });

    private static bool IsText(IFieldSymbol field, out int length)
    {
        length = 0;
        if (!field.ContainingType.IsKernelType())
            return false;
        if (field.IsFixedSizeBuffer)
        {
            length = field.FixedSize;
            return field.Type is IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Byte };
        }

        return field.Type.IsInlineArray(out ITypeSymbol? element, out length) && element is { SpecialType: SpecialType.System_Byte };
    }

    // What a local is given, when it is given nothing else.
    private static IOperation? Initial(ILocalReferenceOperation local)
    {
        IOperation root = MentionReader.Root(local);
        return root.Descendants().OfType<IAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local.Local)) ? null
            : root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))?.Initializer?.Value;
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
