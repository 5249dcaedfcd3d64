using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>What is known at a place of a method: the values of variables, and which flags were looked at on every way there.</summary>
internal sealed class FlowState
{
    private readonly ImmutableDictionary<object, FlowValue> _values;
    private readonly ImmutableHashSet<(ISymbol Type, ulong Bits)> _looks;

    private FlowState(ImmutableDictionary<object, FlowValue> values, ImmutableHashSet<(ISymbol Type, ulong Bits)> looks)
    {
        _values = values;
        _looks = looks;
    }

    /// <summary>Nothing is known.</summary>
    public static FlowState Nothing { get; } = new(ImmutableDictionary<object, FlowValue>.Empty, ImmutableHashSet<(ISymbol Type, ulong Bits)>.Empty);

    /// <param name="variable">A local, a parameter or the id of a flow capture.</param>
    public FlowValue Get(object variable) => _values.TryGetValue(variable, out FlowValue? value) ? value : FlowValue.Unknown;

    public FlowState Set(object variable, FlowValue value)
        => new(ReferenceEquals(value, FlowValue.Unknown) ? _values.Remove(variable) : _values.SetItem(variable, value), _looks);

    /// <summary>These flags of an enum were looked at.</summary>
    public FlowState Look(ITypeSymbol type, ulong bits) => _looks.Contains((type, bits)) ? this : new(_values, _looks.Add((type, bits)));

    /// <summary>Whether a flag, or a value of an enum that has none, was looked at on every way here.</summary>
    public bool HasLooked(ITypeSymbol type, ulong bits) => _looks.Any(look => SymbolEqualityComparer.Default.Equals(look.Type, type) && (look.Bits & bits) == bits);

    /// <summary>What holds in both.</summary>
    public static FlowState Join(FlowState left, FlowState right)
    {
        if (ReferenceEquals(left, right))
            return left;
        // Most ways differ in little: what is alike on both is kept, not built anew.
        ImmutableDictionary<object, FlowValue> values = left._values;
        foreach (KeyValuePair<object, FlowValue> pair in left._values)
        {
            FlowValue value = FlowValue.Join(pair.Value, right.Get(pair.Key));
            if (ReferenceEquals(value, FlowValue.Unknown))
                values = values.Remove(pair.Key);
            else if (!ReferenceEquals(value, pair.Value))
                values = values.SetItem(pair.Key, value);
        }

        return new FlowState(values, ReferenceEquals(left._looks, right._looks) ? left._looks : left._looks.Intersect(right._looks));
    }

    public bool Equals(FlowState other)
        => ReferenceEquals(this, other)
            || (_values.Count == other._values.Count && (ReferenceEquals(_looks, other._looks) || _looks.SetEquals(other._looks))
                && (ReferenceEquals(_values, other._values) || _values.All(pair => other._values.TryGetValue(pair.Key, out FlowValue? value) && pair.Value.Equals(value))));
}
