using System;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>
/// Finds values of the kernel that are read or written in another order than the machine's. The header of a struct that the project declares itself may
/// say otherwise (<c>__le32</c>); those that it gets from elsewhere have the machine's.
/// </summary>
internal static class ByteOrderReader
{
    // Slices of slices in locals.
    private const int MaximumDepth = 8;

    public static void Read(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.Arguments.Length == 0 || !Reorders(call.TargetMethod))
            return;
        IOperation first = call.Arguments[0].Value;
        string name = call.TargetMethod.Name;
        if (IsOf(name, "Read") ? IsAnswer(first, context.Compilation, 0) || IsImage(first, context.Compilation, 0) : name == "ReverseEndianness" && IsField(first, context.Compilation))
            Report(context, call, "writes", "read it with MemoryMarshal.Read, or as a field");
        else if (IsOf(name, "Write") && IsImage(first, context.Compilation, 0))
            Report(context, call, "reads", "write it with MemoryMarshal.Write, or as a field");
        else if (name is "ReverseEndianness" or "HostToNetworkOrder" && call.Arguments.Length == 1 && IsPut(call, context.Compilation) && (name == "HostToNetworkOrder" || IsNative(first)))
            Report(context, call, "reads", "assign it as it is");
    }

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, string does, string remedy)
    {
        // Who asks for the machine's order turns what must be turned.
        if (!MentionReader.IsMentioned(call, "BitConverter", "IsLittleEndian"))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.ByteOrderIsWrong, call.Syntax.GetLocation(), call.TargetMethod.Name, does, remedy));
    }

    private static bool Reorders(IMethodSymbol method) => method.ContainingType is
        { Name: "BinaryPrimitives", ContainingNamespace: { Name: "Binary", ContainingNamespace: { Name: "Buffers", ContainingNamespace.Name: "System" } } }
        or { Name: "IPAddress", ContainingNamespace: { Name: "Net", ContainingNamespace.Name: "System" } };

    private static bool IsOf(string name, string verb)
        => name.EndsWith("Endian", StringComparison.Ordinal) && (name.StartsWith(verb, StringComparison.Ordinal) || name.StartsWith("Try" + verb, StringComparison.Ordinal));

    // The bytes of an answer, or a part of them. What stands behind its head may be a device's, in the order of the device.
    private static bool IsAnswer(IOperation operation, Compilation compilation, int depth) => depth < MaximumDepth && operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Bytes", Instance.Type: { } type } => type.BufferElement() is { } element && !IsOwn(element, compilation),
        _ => Whole(operation) is { } whole && IsAnswer(whole, compilation, depth + 1),
    };

    // A struct, or integers that a declared call is given, as bytes.
    private static bool IsImage(IOperation operation, Compilation compilation, int depth) => depth < MaximumDepth && operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "AsBytes" or "Cast", ContainingType.Name: "MemoryMarshal", TypeArguments: { Length: > 0 } types } } cast
            => types[0] is INamedTypeSymbol element && (element.IsKernelType() ? !IsOwn(element, compilation) : IsWide(element) && IsPassed(cast.Arguments[0].Value)),
        _ => Whole(operation) is { } whole && IsImage(whole, compilation, depth + 1),
    };

    private static IOperation? Whole(IOperation operation) => operation switch
    {
        IConversionOperation conversion => conversion.Operand,
        IInvocationOperation { Instance: { } instance, TargetMethod.Name: "Slice", Arguments: { Length: > 0 } arguments } when arguments[0].Value.ConstantValue.HasValue => instance,
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation { LeftOperand: { } start } } slice when Unconverted(start).ConstantValue.HasValue => slice.Instance,
        ILocalReferenceOperation local => Initial(local),
        _ => null,
    };

    // What a local is given, when it is given nothing else.
    private static IOperation? Initial(ILocalReferenceOperation local)
    {
        IOperation root = MentionReader.Root(local);
        return root.Descendants().OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && IsSame(target.Local, local.Local)) ? null
            : root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => IsSame(declarator.Symbol, local.Local))?.Initializer?.Value;
    }

    private static bool IsPassed(IOperation span)
        => Unconverted(span) is ILocalReferenceOperation { Local: var local }
            && MentionReader.Root(span).Descendants().OfType<IArgumentOperation>().Any(argument
                => argument.Parent is IInvocationOperation { TargetMethod: var method } && ContractCache.IsKernelCall(method)
                    && Unconverted(argument.Value) is ILocalReferenceOperation passed && IsSame(passed.Local, local));

    // The result is put into a field that the kernel reads.
    private static bool IsPut(IOperation call, Compilation compilation)
    {
        IOperation value = call;
        while (value.Parent is IConversionOperation conversion)
            value = conversion;
        return value.Parent is ISimpleAssignmentOperation assignment && assignment.Value == value && IsField(assignment.Target, compilation);
    }

    private static bool IsField(IOperation operation, Compilation compilation)
        => Unconverted(operation) is IFieldReferenceOperation { Instance: not null, Field.ContainingType: var type } && type.IsKernelType() && !IsOwn(type, compilation);

    // What is certain to have the machine's order yet; a number that came from a file or the network may have the other.
    private static bool IsNative(IOperation operation) => Unconverted(operation) switch
    {
        { ConstantValue.HasValue: true } or ISizeOfOperation => true,
        IPropertyReferenceOperation { Property: { Name: "Length" or "Count" or "Size" or "SystemPageSize", Type: var type } } => type.IsInteger(),
        IInvocationOperation { TargetMethod.Name: "DangerousGetHandle" or "SizeOf" } => true,
        IBinaryOperation binary => IsNative(binary.LeftOperand) && IsNative(binary.RightOperand),
        ILocalReferenceOperation local => Initial(local) is { } value && value is not ILocalReferenceOperation && IsNative(value),
        _ => false,
    };

    private static bool IsWide(ITypeSymbol type) => type.IsInteger() && type.SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte);

    private static bool IsOwn(ITypeSymbol type, Compilation compilation) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private static bool IsSame(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
