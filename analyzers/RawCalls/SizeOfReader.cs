using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Recognises the ways to ask for the size of a type.</summary>
internal static class SizeOfReader
{
    /// <summary>The type that is measured; null for anything but a size.</summary>
    public static ITypeSymbol? Measured(IOperation operation) => PassedArgumentReader.Unwrap(operation) switch
    {
        ISizeOfOperation sizeOf => sizeOf.TypeOperand,
        IInvocationOperation { TargetMethod: { Name: "SizeOf", IsGenericMethod: true, ContainingType.Name: "Unsafe" or "Marshal" } method } => method.TypeArguments[0],
        IInvocationOperation { TargetMethod: { Name: "SizeOf", ContainingType.Name: "Marshal" }, Arguments: { Length: 1 } arguments } => PassedArgumentReader.Unwrap(arguments[0].Value) switch
        {
            ITypeOfOperation typeOf => typeOf.TypeOperand,
            { Type: { TypeKind: TypeKind.Struct } boxed } => boxed,
            _ => null,
        },
        _ => null,
    };
}
