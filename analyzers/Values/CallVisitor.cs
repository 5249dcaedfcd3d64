using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Reports what reaches a declared call and breaks a rule of its structs.</summary>
internal sealed class CallVisitor(ContractCache contracts, Action<Diagnostic> report) : IFlowVisitor
{
    // One place, one fault: the first says what to do first, and a value that reaches several calls is wrong once.
    private readonly HashSet<Location> _reported = [];

    /// <summary>Whether a call of the method can be given anything that breaks a rule.</summary>
    public static bool CanReport(IMethodSymbol method, ContractCache contracts)
        => contracts.Of(method) is { } contract
            && (contract.Refused.Count > 0 || contract.Structs.Any(part => contracts.LimitsValues(part.Type)) || contract.Arrays.Any(array => contracts.LimitsValues(array.Type.SpanElement(out _))));

    public void Visit(IOperation operation, FlowPlace place)
    {
        if (operation is not IInvocationOperation call || contracts.Of(call.TargetMethod) is not { } contract)
            return;
        foreach (CallStruct part in contract.Structs)
            Check(part.Type, Given(part, call, place), call, part, part.Parameter is null ? null : Value(call, part.Parameter));
        foreach ((IParameterSymbol parameter, IReadOnlyList<ulong> values) in contract.Refused)
            CheckArgument(parameter, values, call, place);
        foreach (IParameterSymbol array in contract.Arrays)
        {
            if (Value(call, array) is not { } span || SpanReader.Read(span) is not { } written)
                continue;
            foreach (IOperation element in written.Elements)
                Check(element.Type, place.Value(element), call, null, element);
        }
    }

    private void Check(ITypeSymbol? type, FlowValue? value, IInvocationOperation call, CallStruct? part, IOperation? argument)
    {
        if (value is not FlowStruct fields || contracts.Of(type) is not { } contract)
            return;
        foreach (Violation violation in new FieldRuleEngine(contracts, contract, fields).Find(Preset, part?.HasTail != false))
        {
            SyntaxNode culprit = (violation.Value as FlowNumber)?.Origin ?? argument?.Syntax ?? call.Syntax;
            Report(violation.Rule, culprit, violation.Field.ContainingType.Name, violation.Field.Name, call.TargetMethod.Name, violation.What, violation.Remedy);
        }

        ulong Preset(string field) => part?.Presets.Where(preset => preset.Field == field).Aggregate(0ul, (bits, preset) => bits | preset.Bits) ?? 0;
    }

    private void CheckArgument(IParameterSymbol parameter, IReadOnlyList<ulong> refused, IInvocationOperation call, FlowPlace place)
    {
        if (Value(call, parameter) is { } argument && place.Value(argument) is FlowNumber number && number.Always(refused.Contains))
            Report(ValueRules.ValueIsOutOfRange, argument.Syntax, call.TargetMethod.Name, parameter.Name, call.TargetMethod.Name, $"as {FlagNames.Of(number.Values[0], parameter.Type)}, which it never takes", "give another value");
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode culprit, params string[] words)
    {
        Location place = culprit.GetLocation();
        if (_reported.Add(place))
            report(Diagnostic.Create(rule, place, words));
    }

    // The struct as the kernel will read it.
    private static FlowValue? Given(CallStruct part, IInvocationOperation call, FlowPlace place)
    {
        FlowStruct? value = FlowStruct.Zero;
        if (part.Parameter is not null)
            value = Value(call, part.Parameter) is { } given ? place.Value(given) as FlowStruct : null;
        if (value is null)
            return null;
        foreach ((string field, IParameterSymbol? span) in part.SetByCall)
            value = Put(value, part.Type, field, _ => span is not null && Value(call, span) is { } elements && SpanReader.Read(elements)?.Count is { } count ? FlowNumber.Of((ulong)count) : FlowValue.Unknown);
        foreach ((IParameterSymbol parameter, string field) in part.Fields)
            value = Put(value, part.Type, field, _ => Value(call, parameter) is { } given ? Bound(parameter, given, place) : FlowValue.Unknown);
        foreach ((string field, ulong bits) in part.Presets)
            value = Put(value, part.Type, field, leaf => WithBits(value.Field(leaf), bits, leaf.Type));
        return value;
    }

    // Of what the caller's memory holds the field gets the address: 0 for none.
    private static FlowValue Bound(IParameterSymbol parameter, IOperation given, FlowPlace place)
        => parameter.Type.SpanElement(out _) is not null ? SpanReader.Read(given)?.Count == 0 ? FlowNumber.Zero : FlowValue.Unknown
            : parameter.RefKind != RefKind.None && parameter.Type.IsKernelType() ? FlowValue.Unknown
            : Named(place.Value(given), given);

    private static FlowStruct Put(FlowStruct value, ITypeSymbol type, string path, Func<IFieldSymbol, FlowValue> compute)
    {
        string[] halves = path.Split(['.'], 2);
        if (type.GetMembers(halves[0]).OfType<IFieldSymbol>().FirstOrDefault() is not { } field)
            return value;
        FlowValue put = halves.Length == 1 ? compute(field)
            : value.Field(field) is FlowStruct nested ? Put(nested, field.Type, halves[1], compute)
            : FlowValue.Unknown;
        return value.With(field.Name, put);
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
