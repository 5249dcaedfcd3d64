using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Reports what is read of an answer of the kernel before anything looked at the flag, or the kind, that makes it valid.</summary>
/// <param name="contracts">The contracts of structs.</param>
/// <param name="body">The body of the method.</param>
/// <param name="report">Takes what is found.</param>
internal sealed class AnswerVisitor(ContractCache contracts, IOperation body, Action<Diagnostic> report) : IFlowVisitor
{
    private readonly LookReader _looks = new(body);

    /// <summary>Whether it reads what is not valid in every answer.</summary>
    public static bool CanReport(IOperation operation, ContractCache contracts) => operation switch
    {
        IFieldReferenceOperation { Field: var field } => !field.GetAttributes().IsEmpty && (field.Has(KnownNames.Arm) || contracts.Of(field.ContainingType)?.Of(field) is { ValidWhen.IsEmpty: false }),
        IPropertyReferenceOperation { Property: var property } => property.ContainingType.IsKernelType(),
        _ => false,
    };

    public void Visit(IOperation operation, FlowPlace place)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Instance: { } instance, Field: var field } read when !IsWritten(read) && !field.GetAttributes().IsEmpty:
                ReadField(read, instance, field, place);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: var property } read when !IsWritten(read) && property.ContainingType.IsKernelType():
                ReadAlias(read, instance, property, place);
                break;
        }
    }

    private void ReadField(IFieldReferenceOperation read, IOperation instance, IFieldSymbol field, FlowPlace place)
    {
        if (!IsAnswer(instance, place))
            return;
        if (contracts.Of(field.ContainingType)?.Of(field) is { ValidWhen: { IsEmpty: false } conditions }
            && conditions.All(condition => !condition.InputOnly && condition.Field.Type.IsEnum() && !IsKnown(read, condition, place)))
        {
            ContractCondition first = conditions[0];
            report(Diagnostic.Create(
                AnswerRules.FieldIsReadWithoutItsFlag, Place(read), Guard(first), field.ContainingType.Name, field.Name, first.Field.Name, FlagNames.Of(first.Value, first.Field.Type)));
        }

        ReadArm(read, field, field.FindAll(KnownNames.Arm).Where(arm => !arm.IsHalfTyped()).Select(arm => arm.ConstructorArguments[0]).ToArray(), place);
    }

    private bool IsKnown(IOperation read, ContractCondition condition, FlowPlace place)
        => place.State.HasLooked(condition.Field.Type, condition.Value)
            || _looks.MayBeKnown(read, condition.Field.Type, condition.Value)
            || _looks.IsShown(read, condition.Field.Type);

    // What a fix needs to write the test; nothing where the test is another one.
    private static ImmutableDictionary<string, string?> Guard(ContractCondition condition)
        => condition.IsFlags && (condition.Value & (condition.Value - 1)) == 0
            ? ImmutableDictionary<string, string?>.Empty.Add("Field", condition.Field.Name).Add("Flag", $"{condition.Field.Type.Name}.{FlagNames.Of(condition.Value, condition.Field.Type)}")
            : ImmutableDictionary<string, string?>.Empty;

    private void ReadAlias(IPropertyReferenceOperation read, IOperation instance, IPropertySymbol property, FlowPlace place)
    {
        TypedConstant[] when = Aliases(property).Where(alias => alias.Argument<string>(0) == property.Name && alias.HasNamed("When")).Select(alias => alias.NamedConstant("When")).ToArray();
        if (when.Length > 0 && IsAnswer(instance, place))
            ReadArm(read, property, when, place);
    }

    private void ReadArm(IOperation read, ISymbol arm, TypedConstant[] values, FlowPlace place)
    {
        if (values.Length == 0 || values.Any(value => value.Kind != TypedConstantKind.Enum || place.State.HasLooked(value.Type!, Bits(value)) || _looks.IsNamed(value.Type!, Bits(value))))
            return;
        if (!_looks.IsShown(read, values[0].Type!) && !IsTheLast(values))
            report(Diagnostic.Create(AnswerRules.UnionArmIsReadUnchecked, Place(read), arm.ContainingType.Name, arm.Name, $"{values[0].Type!.Name}.{FlagNames.Of(Bits(values[0]), values[0].Type!)}"));
    }

    // Who has looked at all other values of an enum knows that it is this one.
    private bool IsTheLast(TypedConstant[] values)
        => !values[0].Type!.IsFlagsEnum()
            && values[0].Type!.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => ConstantReader.Bits(member.ConstantValue) ?? 0)
                .All(other => values.Any(value => Bits(value) == other) || _looks.IsNamed(values[0].Type!, other));

    private static ulong Bits(TypedConstant value) => ConstantReader.Bits(value.Value) ?? 0;

    private static IEnumerable<AttributeData> Aliases(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>().SelectMany(field => field.FindAll(KnownNames.Alias));

    private static bool IsAnswer(IOperation instance, FlowPlace place) => ReferenceEquals(place.Value(instance), FlowValue.Answer);

    // The whole of it: a write through it, or a place for the kernel to write to, is no read.
    private static bool IsWritten(IOperation operation) => operation.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == operation,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IFieldReferenceOperation outer => IsWritten(outer),
        _ => false,
    };

    private static Location Place(IOperation operation) => operation.Syntax.GetLocation();
}
