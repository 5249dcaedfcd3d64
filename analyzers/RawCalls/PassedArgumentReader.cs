using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Reads what a call of <c>ioctl</c> passes.</summary>
internal static class PassedArgumentReader
{
    private static readonly PassedArgumentModel s_pointer = new(ArgumentForm.Pointer, null, 0, null, false);
    private static readonly PassedArgumentModel s_value = new(ArgumentForm.Value, null, 0, null, false);

    /// <summary>The argument behind the request.</summary>
    /// <param name="argument">As the caller writes it.</param>
    /// <param name="isByAddress">The method that is called takes its address, or that of its first element.</param>
    public static PassedArgumentModel Read(IArgumentOperation argument, bool isByAddress)
        => argument.Parameter is { RefKind: not RefKind.None } ? Referenced(argument.Value)
            : isByAddress ? BufferReader.Read(argument.Value) ?? Referenced(argument.Value)
            : Read(argument.Value);

    /// <summary>The operation without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The outermost operation around another: the body of its method.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    private static PassedArgumentModel Read(IOperation argument)
    {
        IOperation value = Unwrap(argument);
        IOperation origin = SingleValueReader.Read(value);
        return BufferReader.Read(value) ?? Address(origin) ?? (origin == value ? null : Address(value)) ?? (IsValue(value, argument.Type) ? s_value : PassedArgumentModel.Unknown);
    }

    private static PassedArgumentModel? Address(IOperation value)
    {
        switch (value)
        {
            case IAddressOfOperation address:
                return Referenced(address.Reference);
            case IObjectCreationOperation { Type.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr, Arguments: { Length: 1 } arguments }:
                return Read(arguments[0].Value);
            case IInvocationOperation { TargetMethod: { Name: "ToPointer" or "ToInt64" or "ToUInt64", ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr }, Instance: { } instance }:
                return Read(instance);
            case IInvocationOperation { TargetMethod: { Name: "AsPointer", ContainingType.Name: "Unsafe" }, Arguments: { Length: 1 } arguments }:
                return Referenced(arguments[0].Value);
            case IInvocationOperation { TargetMethod: { Name: "AddrOfPinnedObject", ContainingType.Name: "GCHandle" } or { Name: "UnsafeAddrOfPinnedArrayElement", ContainingType.Name: "Marshal" } }:
                return s_pointer;
        }

        // A pointer to integers is that of a buffer, which has any length; one to a struct may be to the first of many.
        return value.Type is IPointerTypeSymbol { PointedAtType: var type } ? new PassedArgumentModel(ArgumentForm.Pointer, type.SpecialType == SpecialType.None ? type : null, 0, null, false) : null;
    }

    private static PassedArgumentModel Referenced(IOperation reference)
    {
        IOperation value = Unwrap(reference);
        switch (value)
        {
            case IArrayElementReferenceOperation { ArrayReference: var array, Indices: { Length: 1 } indices } when indices[0].ConstantValue is { HasValue: true, Value: 0 }:
                return BufferReader.Read(array) ?? s_pointer;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span, Arguments: { Length: 1 } indices } when indices[0].Value.ConstantValue is { HasValue: true, Value: 0 }:
                return BufferReader.Read(span) ?? s_pointer;
            case IInvocationOperation { TargetMethod: { Name: "GetReference" or "GetArrayDataReference", ContainingType.Name: "MemoryMarshal" }, Arguments: { Length: 1 } arguments }:
                return BufferReader.Read(arguments[0].Value) ?? s_pointer;
        }

        // A reference to an integer may be the first of many, unless it is to a variable.
        return value.Type is null || (value.Type.Scalar() is not null && !IsVariable(value))
            ? s_pointer
            : new PassedArgumentModel(ArgumentForm.Pointer, value.Type, 0, TargetOf(value), StandsAlone(value));
    }

    // Behind an element, a field of a struct or what a reference refers to stands more of the same.
    private static bool StandsAlone(IOperation place) => place switch
    {
        ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or IDeclarationExpressionOperation or IObjectCreationOperation => true,
        IFieldReferenceOperation { Field: { } field } => field.IsStatic || field.ContainingType.IsReferenceType,
        _ => false,
    };

    private static bool IsVariable(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.RefKind == RefKind.None,
        IParameterReferenceOperation parameter => parameter.Parameter.RefKind is RefKind.None or RefKind.Out,
        IFieldReferenceOperation or IDeclarationExpressionOperation or IDiscardOperation => true,
        // The temporary of an 'in' argument.
        { Syntax: LiteralExpressionSyntax } => true,
        _ => false,
    };

    // nint and IntPtr can be either; what was a smaller integer before is no address, and neither is a file descriptor.
    private static bool IsValue(IOperation value, ITypeSymbol? type)
        => IsInteger(value.Type) || value.ConstantValue is { HasValue: true, Value: not null } || (IsInteger(type) && value.Type is not IPointerTypeSymbol) || value.Type.IsHandle()
            || value is IInvocationOperation { TargetMethod.Name: "DangerousGetHandle" };

    private static bool IsInteger(ITypeSymbol? type)
        => ((type as INamedTypeSymbol)?.EnumUnderlyingType ?? type)?.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32;

    private static ISymbol? TargetOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };
}
