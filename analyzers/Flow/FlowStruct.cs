using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>What is known of the fields of a struct.</summary>
internal sealed class FlowStruct : FlowValue
{
    private readonly ImmutableDictionary<string, FlowValue> _fields;

    // What every other field is: zero, unknown or the kernel's answer.
    private readonly FlowValue _rest;

    private FlowStruct(ImmutableDictionary<string, FlowValue> fields, FlowValue rest)
    {
        _fields = fields;
        _rest = rest;
    }

    /// <summary>A struct all of whose fields are zero.</summary>
    public static FlowStruct Zero { get; } = new(ImmutableDictionary<string, FlowValue>.Empty, FlowNumber.Zero);

    /// <summary>A struct of which only what is set from now on is known.</summary>
    public static FlowStruct Of(FlowValue rest) => new(ImmutableDictionary<string, FlowValue>.Empty, rest);

    public bool IsZero => _rest.Equals(FlowNumber.Zero) && _fields.Values.All(IsZeroValue);

    public FlowValue Field(IFieldSymbol field)
        => field.IsFixedSizeBuffer ? Unknown
            : _fields.TryGetValue(field.Name, out FlowValue? value) ? value
            : _rest is FlowNumber && field.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } ? Zero
            : _rest;

    public FlowStruct With(string field, FlowValue value) => new(_fields.SetItem(field, value), _rest);

    public static FlowValue Join(FlowStruct left, FlowStruct right)
    {
        FlowValue rest = FlowValue.Join(left._rest, right._rest);
        ImmutableDictionary<string, FlowValue>.Builder fields = ImmutableDictionary.CreateBuilder<string, FlowValue>();
        foreach (string name in left._fields.Keys.Union(right._fields.Keys))
            fields[name] = FlowValue.Join(left.Or(name, right), right.Or(name, left));
        return new FlowStruct(fields.ToImmutable(), rest);
    }

    public override bool Equals(FlowValue? other)
        => ReferenceEquals(this, other)
            || (other is FlowStruct { _fields: var fields } that && _rest.Equals(that._rest) && fields.Count == _fields.Count
                && _fields.All(field => fields.TryGetValue(field.Key, out FlowValue? value) && field.Value.Equals(value)));

    public override int GetHashCode() => _fields.Count;

    private static bool IsZeroValue(FlowValue value) => value is FlowNumber { IsZero: true } or FlowStruct { IsZero: true };

    // Untouched here: a struct as zero as its holder where the other one set a struct.
    private FlowValue Or(string name, FlowStruct other)
        => _fields.TryGetValue(name, out FlowValue? value) ? value
            : _rest is FlowNumber && other._fields[name] is FlowStruct ? Zero
            : _rest;
}
