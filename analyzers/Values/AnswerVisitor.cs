using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Reports what is read of an answer of the kernel before anything looked at the flag, or the kind, that makes it valid.</summary>
internal sealed class AnswerVisitor(ContractCache contracts, Action<Diagnostic> report) : IFlowVisitor
{
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
            && conditions.All(condition => !condition.InputOnly && condition.Field.Type.IsEnum() && !place.State.HasLooked(condition.Field.Type, condition.Value)))
        {
            ContractCondition first = conditions[0];
            report(Diagnostic.Create(
                AnswerRules.FieldIsReadWithoutItsFlag, Place(read), Guard(first), field.ContainingType.Name, field.Name, first.Field.Name, FlagNames.Of(first.Value, first.Field.Type)));
        }

        TypedConstant[] arms = field.FindAll(KnownNames.Arm).Where(arm => !arm.IsHalfTyped()).Select(arm => arm.ConstructorArguments[0]).ToArray();
        if (arms.Length > 0 && arms.All(arm => arm.Kind == TypedConstantKind.Enum && !place.State.HasLooked(arm.Type!, ConstantReader.Bits(arm.Value) ?? 0)))
            Unchecked(read, field, arms[0]);
    }

    // What a fix needs to write the test; nothing where the test is another one.
    private static ImmutableDictionary<string, string?> Guard(ContractCondition condition)
        => condition.IsFlags && (condition.Value & (condition.Value - 1)) == 0
            ? ImmutableDictionary<string, string?>.Empty.Add("Field", condition.Field.Name).Add("Flag", $"{condition.Field.Type.Name}.{FlagNames.Of(condition.Value, condition.Field.Type)}")
            : ImmutableDictionary<string, string?>.Empty;

    private void ReadAlias(IPropertyReferenceOperation read, IOperation instance, IPropertySymbol property, FlowPlace place)
    {
        foreach (AttributeData alias in Aliases(property).Where(alias => alias.Argument<string>(0) == property.Name))
        {
            TypedConstant when = alias.NamedConstant("When");
            if (when.Kind == TypedConstantKind.Enum && IsAnswer(instance, place) && !place.State.HasLooked(when.Type!, ConstantReader.Bits(when.Value) ?? 0))
                Unchecked(read, property, when);
        }
    }

    private void Unchecked(IOperation read, ISymbol arm, TypedConstant value)
    {
        string name = FlagNames.Of(ConstantReader.Bits(value.Value) ?? 0, value.Type!);
        if (MentionReader.Names(read, name).Any(mention => mention.Parent is MemberAccessExpressionSyntax member && member.Name == mention && member.Expression.ToString().EndsWith(value.Type!.Name, StringComparison.Ordinal)))
            return;
        report(Diagnostic.Create(
            AnswerRules.UnionArmIsReadUnchecked, Place(read), arm.ContainingType.Name, arm.Name, $"{value.Type!.Name}.{name}"));
    }

    private static IEnumerable<AttributeData> Aliases(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>().SelectMany(field => field.FindAll(KnownNames.Alias));

    private static bool IsAnswer(IOperation instance, FlowPlace place) => ReferenceEquals(place.Value(instance), FlowValue.Answer) && !IsShown(instance);

    // A method that is given the answer may be the one that looks, and flags that are looked at behind the read, or as a number, are looked at.
    private static bool IsShown(IOperation instance)
    {
        if (instance is not ILocalReferenceOperation { Local: { Type: INamedTypeSymbol type } local })
            return false;
        HashSet<string> flags = [.. ShapeReader.Fields(type).Where(field => field.Type.TypeKind == TypeKind.Enum).Select(field => field.Name)];
        // By syntax: a control flow graph has its operations without the method around them.
        return MentionReader.Names(instance, local.Name).Any(name => name.Parent switch
        {
            ArgumentSyntax => true,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called when called.Expression == name => true,
            MemberAccessExpressionSyntax member when member.Expression == name && flags.Contains(member.Name.Identifier.ValueText)
                => name.SpanStart > instance.Syntax.SpanStart || IsNumber(member),
            _ => false,
        });
    }

    private static bool IsNumber(SyntaxNode flags) => flags.Parent is CastExpressionSyntax { Type: PredefinedTypeSyntax };

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
