using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>Computes what is known of an expression.</summary>
/// <param name="escaped">The variables that something else can write: nothing is known of them.</param>
/// <param name="targets">What a capture stands for, where it stands for a variable or a field that is assigned.</param>
internal sealed class ValueEngine(ISet<ISymbol> escaped, IReadOnlyDictionary<CaptureId, IOperation> targets)
{
    // Hostile nesting must not end the compiler.
    private const int MaximumDepth = 50;

    public FlowValue Evaluate(IOperation operation, FlowState state) => Evaluate(operation, state, 0);

    /// <summary>The variable at the root of a place that is written, and the fields on the way; null when it is no variable of the method.</summary>
    public (object Root, IReadOnlyList<IFieldSymbol> Path)? Resolve(IOperation operation)
    {
        List<IFieldSymbol> path = [];
        bool isTarget = true;
        for (int depth = 0; depth < MaximumDepth; depth++)
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    return Root(local.Local, path);
                case IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter:
                    return Root(parameter.Parameter, path);
                // What is assigned itself was captured as a place; what a member of is assigned was captured as a value.
                case IFlowCaptureReferenceOperation capture when isTarget && targets.TryGetValue(capture.Id, out IOperation? target) && target is not IFlowCaptureReferenceOperation:
                    operation = target;
                    break;
                case IFlowCaptureReferenceOperation capture:
                    return (capture.Id, path);
                case IFieldReferenceOperation { Instance: { } instance, Field: var field }:
                    path.Insert(0, field);
                    operation = instance;
                    break;
                case IDeclarationExpressionOperation declaration:
                    operation = declaration.Expression;
                    break;
                case IConversionOperation { Conversion.IsIdentity: true } identity:
                    operation = identity.Operand;
                    break;
                default:
                    return null;
            }

            isTarget = false;
        }

        return null;
    }

    private (object Root, IReadOnlyList<IFieldSymbol> Path)? Root(ISymbol variable, List<IFieldSymbol> path) => escaped.Contains(variable) ? null : (variable, path);

    private FlowValue Evaluate(IOperation operation, FlowState state, int depth)
    {
        if (depth > MaximumDepth)
            return FlowValue.Unknown;
        // Flags of another enum have a diagnostic of their own, and whatever follows from them is none.
        if (operation is IConversionOperation { Operand.Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } source, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } target } && !SymbolEqualityComparer.Default.Equals(source, target))
            return FlowValue.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return Bits(constant) is { } bits ? FlowNumber.Of(Arithmetic.Truncate(bits, operation.Type), operation.Syntax) : FlowValue.Unknown;
        return operation switch
        {
            IDefaultValueOperation => Zero(operation.Type),
            IObjectCreationOperation creation => Creation(creation, state, depth),
            ILocalReferenceOperation local => escaped.Contains(local.Local) ? FlowValue.Unknown : state.Get(local.Local),
            IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => escaped.Contains(parameter.Parameter) ? FlowValue.Unknown : state.Get(parameter.Parameter),
            IFlowCaptureReferenceOperation capture => state.Get(capture.Id),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input => Matched(input) is { } matched ? Evaluate(matched, state, depth + 1) : FlowValue.Unknown,
            IFieldReferenceOperation { Instance: { } instance } field => Field(Evaluate(instance, state, depth + 1), field.Field),
            IPropertyReferenceOperation { Instance: { } instance } when HoldsAnswers(instance.Type) => Evaluate(instance, state, depth + 1),
            IInvocationOperation { Instance: { } instance } when HoldsAnswers(instance.Type) => Evaluate(instance, state, depth + 1),
            IConversionOperation conversion => Conversion(conversion, state, depth),
            IBinaryOperation { OperatorMethod: null } binary
                => Arithmetic.Binary(binary.OperatorKind, Evaluate(binary.LeftOperand, state, depth + 1), Evaluate(binary.RightOperand, state, depth + 1), operation.Type),
            IUnaryOperation { OperatorMethod: null } unary => Arithmetic.Unary(unary.OperatorKind, Evaluate(unary.Operand, state, depth + 1), operation.Type),
            ISimpleAssignmentOperation { IsRef: false } assignment => Evaluate(assignment.Value, state, depth + 1),
            IInvocationOperation { TargetMethod: var method } when IsAnswer(method) => FlowValue.Answer,
            _ => FlowValue.Unknown,
        };
    }

    // What the property pattern around it looks at.
    private static IOperation? Matched(IInstanceReferenceOperation input)
    {
        IOperation? pattern = input;
        while (pattern is not (null or IRecursivePatternOperation))
            pattern = pattern.Parent;
        do
            pattern = pattern?.Parent;
        while (pattern is INegatedPatternOperation or IBinaryPatternOperation);
        return pattern switch
        {
            IIsPatternOperation match => match.Value,
            IPropertySubpatternOperation { Member: var member } => member,
            _ => null,
        };
    }

    private FlowValue Creation(IObjectCreationOperation creation, FlowState state, int depth)
    {
        if (creation.Type.IsOurs(KnownNames.UserPointer) && creation.Arguments.Length == 1)
            return Evaluate(creation.Arguments[0].Value, state, depth + 1);
        // A constructor of the user's own can set anything.
        return creation.Arguments.IsEmpty && creation.Constructor is null or { IsImplicitlyDeclared: true } ? Zero(creation.Type) : FlowValue.Unknown;
    }

    private FlowValue Conversion(IConversionOperation conversion, FlowState state, int depth)
    {
        if (conversion.OperatorMethod is { } method)
            return method.ContainingType.IsOurs(KnownNames.UserPointer) ? Evaluate(conversion.Operand, state, depth + 1) : FlowValue.Unknown;
        FlowValue operand = Evaluate(conversion.Operand, state, depth + 1);
        // A target-typed new or default has its type from here.
        if (conversion.Conversion.IsIdentity || conversion.Operand.Type is null || SymbolEqualityComparer.Default.Equals(conversion.Operand.Type, conversion.Type))
            return operand;
        return operand is FlowNumber number && conversion.Type is { } type && (type.IsInteger() || type.IsEnum()) ? Arithmetic.Convert(number, type) : FlowValue.Unknown;
    }

    private static FlowValue Field(FlowValue instance, IFieldSymbol field) => instance switch
    {
        FlowStruct known => known.Field(field),
        _ => ReferenceEquals(instance, FlowValue.Answer) ? FlowValue.Answer : FlowValue.Unknown,
    };

    private static FlowValue Zero(ITypeSymbol? type)
        => type is null ? FlowValue.Unknown
            : type.IsInteger() || type.IsEnum() || type.IsOurs(KnownNames.UserPointer) ? FlowNumber.Zero
            : type.TypeKind == TypeKind.Struct ? FlowStruct.Zero
            : FlowValue.Unknown;

    private static bool IsAnswer(IMethodSymbol method)
        => (method.ReturnType.IsKernelType() || method.ReturnType.IsOurs(KnownNames.KernelBuffer)) && ContractCache.IsKernelCall(method);

    // A buffer, a span of what stands in it, and what goes through that span: of an answer, all that they give is answer.
    private static bool HoldsAnswers(ITypeSymbol? type) => type.IsOurs(KnownNames.KernelBuffer) || type is { IsRefLikeType: true };

    private static ulong? Bits(object? constant) => constant switch
    {
        bool value => value ? 1ul : 0,
        char value => value,
        _ => ConstantReader.Bits(constant),
    };
}
