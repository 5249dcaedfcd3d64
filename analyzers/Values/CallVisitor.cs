using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Reports what reaches a declared call and breaks a rule of its struct.</summary>
internal sealed class CallVisitor(ContractCache contracts, Action<Diagnostic> report) : IFlowVisitor
{
    // One place, one fault: the first says what to do first, and a value that reaches several calls is wrong once.
    private readonly HashSet<Location> _reported = [];

    /// <summary>Whether a call of the method can be given anything that breaks a rule.</summary>
    public static bool CanReport(IMethodSymbol method, ContractCache contracts)
        => contracts.Of(method) is { HasInput: true } contract
            && (CanReport(contract.Argument, contracts) || CanReport(contract.Tail, contracts) || contract.Pointees.Any(pointee => contracts.Of(pointee.Type) is { LimitsValues: true }));

    private static bool CanReport(PassedStruct? passed, ContractCache contracts) => passed is { HasInput: true } && contracts.Of(passed.Type) is { LimitsValues: true };

    public void Visit(IOperation operation, FlowPlace place)
    {
        if (operation is not IInvocationOperation call || contracts.Of(call.TargetMethod) is not { HasInput: true } contract)
            return;
        Check(contract.Argument, call, place);
        Check(contract.Tail, call, place);
        foreach (IParameterSymbol pointee in contract.Pointees)
        {
            if (Value(call, pointee) is { } value)
                Check(pointee.Type, place.Value(value), call, ImmutableArray<(string Field, ulong Bits)>.Empty, value);
        }
    }

    private void Check(PassedStruct? passed, IInvocationOperation call, FlowPlace place)
    {
        if (passed is { HasInput: true })
            Check(passed.Type, Passed(passed, call, place), call, passed.Presets, passed.Parameter is null ? null : Value(call, passed.Parameter));
    }

    private void Check(ITypeSymbol type, FlowValue? value, IInvocationOperation call, ImmutableArray<(string Field, ulong Bits)> presets, IOperation? argument)
    {
        if (value is not FlowStruct fields || contracts.Of(type) is not { LimitsValues: true } limits)
            return;
        foreach (Violation violation in new FieldRuleEngine(limits, fields).Find(field => presets.Where(preset => preset.Field == field).Aggregate(0ul, (bits, preset) => bits | preset.Bits)))
        {
            SyntaxNode culprit = (violation.Value as FlowNumber)?.Origin ?? argument?.Syntax ?? call.Syntax;
            Location place = culprit.GetLocation();
            if (_reported.Add(place))
                report(Diagnostic.Create(violation.Rule, place, limits.Type.Name, violation.Field.Name, call.TargetMethod.Name, violation.What, violation.Remedy));
        }
    }

    // The struct as the kernel will read it.
    private static FlowStruct? Passed(PassedStruct passed, IInvocationOperation call, FlowPlace place)
    {
        FlowStruct? value = FlowStruct.Zero;
        if (passed.Parameter is not null)
            value = Value(call, passed.Parameter) is { } given ? place.Value(given) as FlowStruct : null;
        if (value is null)
            return null;
        foreach (string field in passed.SetByCall)
            value = value.With(field, FlowValue.Unknown);
        foreach ((IParameterSymbol parameter, string field) in passed.Fields)
            value = value.With(field, Value(call, parameter) is { } given ? Named(place.Value(given), given) : FlowValue.Unknown);
        foreach ((string name, ulong bits) in passed.Presets)
        {
            if (passed.Type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is { } field)
                value = value.With(name, WithBits(value.Field(field), bits, field.Type));
        }

        return value;
    }

    private static FlowValue WithBits(FlowValue value, ulong bits, ITypeSymbol type)
    {
        FlowValue result = Arithmetic.Binary(BinaryOperatorKind.Or, value, FlowNumber.Of(bits), type);
        return result is FlowNumber number && value is FlowNumber { Origin: { } origin } ? number.From(origin) : result;
    }

    private static FlowValue Named(FlowValue value, IOperation argument) => value is FlowNumber number ? number.From(argument.Syntax) : value;

    private static IOperation? Value(IInvocationOperation call, IParameterSymbol parameter)
        => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;
}
