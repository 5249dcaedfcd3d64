using System;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds values of the kernel that are read in another order than the machine's.</summary>
internal static class ByteOrderReader
{
    public static void Read(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if (method.ContainingType is not { Name: "BinaryPrimitives", ContainingNamespace: { Name: "Binary", ContainingNamespace: { Name: "Buffers", ContainingNamespace.Name: "System" } } } || call.Arguments.Length == 0)
            return;
        bool isWrong = method.Name == "ReverseEndianness"
            ? call.Arguments.Length == 1 && Unconverted(call.Arguments[0].Value) is IFieldReferenceOperation { Instance: not null, Field.ContainingType: var type } && type.IsKernelType()
            : method.Name.EndsWith("Endian", StringComparison.Ordinal) && method.Name.StartsWith("Read", StringComparison.Ordinal) && IsAnswer(call.Arguments[0].Value);
        // Who asks for the machine's order turns what must be turned.
        if (isWrong && !MentionReader.IsMentioned(call, "BitConverter", "IsLittleEndian"))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.ByteOrderIsWrong, call.Syntax.GetLocation(), method.Name));
    }

    // The bytes of an answer, or a part of them. What stands behind its head may be a device's, in the order of the device.
    private static bool IsAnswer(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IInvocationOperation { Instance: { } instance, TargetMethod.Name: "Slice", Arguments: { Length: > 0 } arguments } when arguments[0].Value.ConstantValue.HasValue:
                    operation = instance;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Bytes", Instance.Type: var type }:
                    return type.IsOurs(KnownNames.KernelBuffer);
                default:
                    return false;
            }
        }
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
