using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Reads what a call of <c>ioctl</c> passes.</summary>
internal static class PassedArgumentReader
{
    /// <summary>The argument behind the request.</summary>
    public static PassedArgumentModel Read(IInvocationOperation call)
    {
        if (call.TargetMethod.Parameters.Length == 2)
            return new PassedArgumentModel(ArgumentForm.None, null, 0, null, false);
        IArgumentOperation? argument = call.Arguments.FirstOrDefault(item => item.Parameter?.Ordinal == 2);
        if (argument?.Parameter is not { } parameter)
            return PassedArgumentModel.Unknown;
        IOperation value = Unwrap(argument.Value);
        if (parameter.RefKind != RefKind.None)
            return new PassedArgumentModel(ArgumentForm.Pointer, value.Type ?? parameter.Type, 0, TargetOf(value), StandsAlone(value));
        if (value is IAddressOfOperation address)
            return new PassedArgumentModel(ArgumentForm.Pointer, address.Reference.Type, 0, TargetOf(address.Reference), StandsAlone(address.Reference));
        if (value.Type is IArrayTypeSymbol { Rank: 1 } array)
            return LengthOf(value) is var length and > 0
                ? new PassedArgumentModel(ArgumentForm.Pointer, array.ElementType, length, null, true)
                : new PassedArgumentModel(ArgumentForm.Pointer, null, 0, null, false);
        if (value.Type is IPointerTypeSymbol pointer)
            // A pointer to integers is that of a buffer, which has any length; one to a struct may be to the first of many.
            return new PassedArgumentModel(ArgumentForm.Pointer, pointer.PointedAtType.SpecialType == SpecialType.None ? pointer.PointedAtType : null, 0, null, false);
        return IsInteger(value.Type) && value.ConstantValue.HasValue || IsNarrowInteger(parameter.Type)
            ? new PassedArgumentModel(ArgumentForm.Value, value.Type, 0, null, false)
            : PassedArgumentModel.Unknown; // a native integer, or one of 64 bits, can be an address
    }

    /// <summary>The request, where it is a constant or an <c>IoctlCommand</c>'s number.</summary>
    /// <param name="call">The call.</param>
    /// <param name="number">The constant.</param>
    /// <param name="name">The command's C name, from <c>Commands.NAME.Number</c>.</param>
    public static IOperation? Request(IInvocationOperation call, out uint? number, out string? name)
    {
        number = null;
        name = null;
        IOperation? value = call.Arguments.FirstOrDefault(item => item.Parameter?.Ordinal == 1)?.Value;
        if (value is null)
            return null;
        IOperation inner = Unwrap(value);
        if (value.ConstantValue.HasValue || inner.ConstantValue.HasValue)
            number = Number((value.ConstantValue.HasValue ? value : inner).ConstantValue.Value) is { } bits && (bits >> 32 is 0 or uint.MaxValue) ? (uint)bits : null;
        else if (inner is IPropertyReferenceOperation { Property: { Name: "Number", ContainingType.Name: "IoctlCommand" }, Instance: IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "Commands" } command } })
            name = command.Name;
        return value;
    }

    /// <summary>The operation without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static ulong? Number(object? value) => ConstantReader.Bits(value);

    private static ISymbol? TargetOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    // Behind an element, a field of a struct or what a reference refers to stands more of the same.
    private static bool StandsAlone(IOperation place) => place switch
    {
        ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None } or IDeclarationExpressionOperation => true,
        IFieldReferenceOperation { Field: { } field } => field.IsStatic || field.ContainingType.IsReferenceType,
        _ => false,
    };

    private static bool IsNarrowInteger(ITypeSymbol type)
        => type.SpecialType is not (SpecialType.System_Int64 or SpecialType.System_UInt64) && (type as INamedTypeSymbol)?.EnumUnderlyingType?.SpecialType is not (SpecialType.System_Int64 or SpecialType.System_UInt64) && IsInteger(type);

    private static bool IsInteger(ITypeSymbol? type)
        => type is { TypeKind: TypeKind.Enum } || type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    // new T[constant], where the local is given nothing else.
    private static int LengthOf(IOperation value)
    {
        if (value is ILocalReferenceOperation { Local: { } local } reference)
        {
            IOperation root = RootOf(reference);
            if (root.Descendants().OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local)))
                return 0;
            IVariableDeclaratorOperation? declarator = root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Symbol, local));
            value = declarator?.Initializer?.Value is { } initial ? Unwrap(initial) : value;
        }

        return value is IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } && sizes[0].ConstantValue is { HasValue: true, Value: int length } ? length : 0;
    }

    /// <summary>The outermost operation around another: the body of its method.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
