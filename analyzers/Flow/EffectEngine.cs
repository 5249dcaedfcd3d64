using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>What is known after an operation, given what was known before.</summary>
internal sealed class EffectEngine(ValueEngine evaluator, IReadOnlyList<IFlowVisitor> visitors)
{
    // Hostile nesting must not end the compiler.
    private const int MaximumDepth = 200;

    private FlowState _state = FlowState.Nothing;
    private int _depth;

    /// <summary>The lambdas that were met.</summary>
    public HashSet<IFlowAnonymousFunctionOperation> Functions { get; } = [];

    public FlowState Run(BasicBlock block, FlowState before)
    {
        _state = before;
        foreach (IOperation operation in block.Operations)
            Visit(operation);
        if (block.BranchValue is { } value)
            Visit(value);
        return _state;
    }

    private void Visit(IOperation operation)
    {
        if (_depth >= MaximumDepth)
            return;
        _depth++;
        foreach (IOperation child in operation.ChildOperations)
            Visit(child);
        _depth--;
        foreach (IFlowVisitor visitor in visitors)
            visitor.Visit(operation, new FlowPlace(_state, evaluator));
        Look(operation);
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                _state = _state.Set(capture.Id, evaluator.Evaluate(capture.Value, _state));
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Assign(assignment.Target, Known(assignment.Value));
                break;
            case ICompoundAssignmentOperation { OperatorMethod: null } compound:
                Assign(compound.Target, From(Arithmetic.Binary(compound.OperatorKind, evaluator.Evaluate(compound.Target, _state), evaluator.Evaluate(compound.Value, _state), compound.Target.Type), compound.Value));
                break;
            case IAssignmentOperation assignment:
                Forget(assignment.Target);
                break;
            case IIsPatternOperation { Value: var value, Pattern: var pattern } when Name(pattern) is { } name:
                _state = _state.Set(name, evaluator.Evaluate(value, _state));
                break;
            case IIncrementOrDecrementOperation step:
                Assign(step.Target, FlowValue.Unknown);
                break;
            case IInvocationOperation call:
                Call(call);
                break;
            case IFlowAnonymousFunctionOperation function:
                Functions.Add(function);
                break;
            case IArgumentOperation { Parent: not IInvocationOperation, Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Forget(argument.Value);
                break;
        }
    }

    private static ISymbol? Name(IPatternOperation pattern) => (pattern as IRecursivePatternOperation)?.DeclaredSymbol ?? (pattern as IDeclarationPatternOperation)?.DeclaredSymbol;

    private void Call(IInvocationOperation call)
    {
        bool isIoctl = ContractCache.IsKernelCall(call.TargetMethod);
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out))
        {
            Forget(argument.Value);
            if (isIoctl && (argument.Parameter!.Type.IsKernelType() || argument.Parameter.Type.IsOurs(KnownNames.KernelBuffer)))
                Assign(argument.Value, FlowValue.Answer);
        }

        // Of an answer everything stays an answer.
        if (call.Instance is { Type.IsValueType: true } instance
            && !(instance.Type.IsRefLikeType && ReferenceEquals(evaluator.Evaluate(instance, _state), FlowValue.Answer))
            && !call.TargetMethod.IsReadOnly && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_Enum)
            Forget(instance);
    }

    private FlowValue Known(IOperation value) => From(evaluator.Evaluate(value, _state), value);

    private static FlowValue From(FlowValue value, IOperation origin) => value is FlowNumber number ? number.From(origin.Syntax) : value;

    private void Assign(IOperation target, FlowValue value)
    {
        if (evaluator.Resolve(target) is not var (root, path))
            Forget(target);
        else
            _state = _state.Set(root, Put(_state.Get(root), path, 0, value));
    }

    // Something wrote to it, or may have.
    private void Forget(IOperation target)
    {
        foreach (IOperation part in target.DescendantsAndSelf())
        {
            if (part is ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation && evaluator.Resolve(part) is var (root, _))
                _state = _state.Set(root, FlowValue.Unknown);
            if (part is IFlowCaptureReferenceOperation capture)
                _state = _state.Set(capture.Id, FlowValue.Unknown);
        }
    }

    private static FlowValue Put(FlowValue current, IReadOnlyList<IFieldSymbol> path, int index, FlowValue value)
    {
        if (index == path.Count)
            return value;
        // Arms of a union share their bytes.
        if (path[index].ContainingType.FindByFullName(KnownNames.KernelUnion) is not null)
            return FlowValue.Unknown;
        FlowStruct holder = current as FlowStruct ?? FlowStruct.Of(current is FlowNumber ? FlowValue.Unknown : current);
        return holder.With(path[index].Name, Put(holder.Field(path[index]), path, index + 1, value));
    }

    private void Look(IOperation operation)
    {
        if (operation is { ConstantValue: { HasValue: true, Value: { } constant }, Type: { } type } && type.IsEnum())
            _state = _state.Look(type, ConstantReader.Bits(constant) ?? 0);
        else if (operation is IFieldReferenceOperation { Instance: not null, Type: { } fieldType } && fieldType.IsEnum() && !IsComparedWithConstant(operation))
            _state = _state.Look(fieldType, ulong.MaxValue);
        // Whoever asks for a kind that comes from elsewhere knows what is answered.
        else if (operation is IArgumentOperation { Parent: IInvocationOperation, Value: { ConstantValue.HasValue: false, Type: { } given } } && given.IsEnum())
            _state = _state.Look(given, ulong.MaxValue);
    }

    // Of a field that is compared with constants only those are looked at; whatever else is done with it may be a test of anything.
    private static bool IsComparedWithConstant(IOperation operation) => operation.Parent switch
    {
        IBinaryOperation binary => (binary.LeftOperand == operation ? binary.RightOperand : binary.LeftOperand).ConstantValue.HasValue,
        IInvocationOperation { TargetMethod.Name: "HasFlag" } => true,
        IConversionOperation conversion => IsComparedWithConstant(conversion),
        ISimpleAssignmentOperation assignment => assignment.Target == operation,
        _ => false,
    };
}
