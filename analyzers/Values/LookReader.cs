using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>
/// What a method may know of an answer by ways that its control flow does not show: a variable that was set beside a test, a method that was given the
/// answer, a flag as a number. It is asked before something is reported only.
/// </summary>
/// <param name="body">The body of the method.</param>
internal sealed class LookReader(IOperation body)
{
    // Structs in structs.
    private const int MaximumDepth = 4;

    /// <summary>Whether the method names a value of an enum anywhere.</summary>
    public bool IsNamed(ITypeSymbol type, ulong value) => body.Descendants().Any(operation => IsValue(operation, type, value));

    /// <summary>Whether a test on some way to a place may have left something there: a jump, a variable, what another method did.</summary>
    public bool MayBeKnown(IOperation read, ITypeSymbol type, ulong value)
        => body.Descendants().Any(operation => IsValue(operation, type, value) && operation.Syntax.SpanStart < read.Syntax.SpanStart && LeavesSomething(operation, read));

    /// <summary>Whether somebody else may look at what has the enum, or somebody looks at all its bits, or behind the place.</summary>
    public bool IsShown(IOperation read, ITypeSymbol type) => body.Descendants().Any(operation => operation switch
    {
        // A number is compared with anything.
        IConversionOperation { IsImplicit: false, Operand: { ConstantValue.HasValue: false, Type: var source }, Type: { } target } => IsSame(source, type) && target.IsInteger(),
        IArgumentOperation argument => Holds(Unconverted(argument.Value).Type, type) && !IsOfKernelCall(argument),
        IInvocationOperation { Instance.Type: var holder } => !holder.IsOurs(KnownNames.KernelBuffer) && Holds(holder, type),
        IPropertyReferenceOperation { Instance.Type: var holder, Property: var property } => IsQuestion(property) && Holds(holder, type),
        IFieldReferenceOperation { Instance: not null, Field: var field } => IsSame(field.Type, type) && operation.Syntax.SpanStart > read.Syntax.SpanStart,
        _ => false,
    });

    private static bool IsValue(IOperation operation, ITypeSymbol type, ulong value)
        => operation.ConstantValue is { HasValue: true, Value: { } constant } && IsSame(operation.Type, type) && ConstantReader.Bits(constant) is { } bits && (bits & value) == value;

    private static bool LeavesSomething(IOperation test, IOperation read)
    {
        for (IOperation part = test; part.Parent is { } parent; part = parent)
        {
            switch (parent)
            {
                case IVariableInitializerOperation or IAssignmentOperation or IReturnOperation or IThrowOperation or IAnonymousFunctionOperation or ILocalFunctionOperation:
                case IArgumentOperation { Parent: not IInvocationOperation { TargetMethod.Name: "HasFlag" } }:
                case ILoopOperation when !IsWithin(read, parent):
                case IConditionalOperation or ISwitchOperation when !IsWithin(read, parent) && parent.Descendants().Any(IsLeft):
                    return true;
            }
        }

        return false;
    }

    private static bool IsLeft(IOperation operation)
        => operation is IBranchOperation or IReturnOperation or IThrowOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };

    // What says of the struct that it holds, or which it is. The other meanings of a union's bytes do not.
    private static bool IsQuestion(IPropertySymbol property)
        => (property.Type.SpecialType == SpecialType.System_Boolean || property.Type.IsEnum())
            && property.ContainingType.IsKernelType()
            && !ShapeReader.Fields(property.ContainingType).SelectMany(field => field.FindAll(KnownNames.Alias)).Any(alias => alias.Argument<string>(0) == property.Name);

    private static bool Holds(ITypeSymbol? holder, ITypeSymbol type, int depth = 0)
        => (holder?.BufferElement() ?? holder) is INamedTypeSymbol named && depth < MaximumDepth && named.IsKernelType()
            && ShapeReader.Fields(named).Any(field => IsSame(field.Type, type) || Holds(field.Type, type, depth + 1));

    // Who asks the kernel looks at nothing.
    private static bool IsOfKernelCall(IArgumentOperation argument) => argument.Parent is IInvocationOperation { TargetMethod: var method } && ContractCache.IsKernelCall(method);

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private static bool IsWithin(IOperation inner, IOperation outer) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    private static bool IsSame(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
