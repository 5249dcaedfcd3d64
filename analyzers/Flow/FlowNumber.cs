using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>What is known of an integer, an enum or an address: the few values that it can have, or else the bits that are certain.</summary>
internal sealed class FlowNumber : FlowValue
{
    private const int MaximumValues = 8;

    private readonly ulong[] _values;

    private FlowNumber(ulong[] values, ulong ones, ulong zeros, SyntaxNode? origin)
    {
        _values = values;
        Ones = ones;
        Zeros = zeros;
        Origin = origin;
    }

    public static FlowNumber Zero { get; } = Of(0);

    /// <summary>The values that it can have, ascending; empty when there are too many.</summary>
    public IReadOnlyList<ulong> Values => _values;

    /// <summary>The bits that are 1 whatever value it has.</summary>
    public ulong Ones { get; }

    /// <summary>The bits that are 0 whatever value it has.</summary>
    public ulong Zeros { get; }

    /// <summary>What gave it the value; null when several places did, or none.</summary>
    public SyntaxNode? Origin { get; }

    public bool IsZero => _values.Length == 1 && _values[0] == 0;

    public bool IsNonZero => Ones != 0 || (_values.Length > 0 && _values[0] != 0);

    public static FlowNumber Of(ulong value, SyntaxNode? origin = null) => new([value], value, ~value, origin);

    /// <summary>Whether every value that it can have passes; never of one whose values are not known.</summary>
    public bool Always(Func<ulong, bool> test) => _values.Length > 0 && _values.All(test);

    public FlowNumber From(SyntaxNode origin) => new(_values, Ones, Zeros, origin);

    /// <summary>What either of two can be.</summary>
    public static FlowValue Join(FlowNumber left, FlowNumber right)
    {
        SyntaxNode? origin = left.Origin == right.Origin ? left.Origin : null;
        return left._values.Length > 0 && right._values.Length > 0
            ? Of(left._values.Concat(right._values), origin)
            : OfBits(left.Ones & right.Ones, left.Zeros & right.Zeros, origin);
    }

    /// <summary>The same computation on each value.</summary>
    public FlowValue Map(Func<ulong, ulong> compute) => _values.Length > 0 ? Of(_values.Select(compute), null) : Unknown;

    /// <summary>The same computation on each pair of values.</summary>
    public static FlowValue Map(FlowNumber left, FlowNumber right, Func<ulong, ulong, ulong> compute)
        => left._values.Length > 0 && right._values.Length > 0 ? Of(left._values.SelectMany(one => right._values, compute), null) : Unknown;

    /// <summary>A number of which only some bits are certain; unknown when none is.</summary>
    public static FlowValue OfBits(ulong ones, ulong zeros, SyntaxNode? origin = null)
        => (ones | zeros) == ulong.MaxValue ? Of(ones, origin) : (ones | zeros) == 0 ? Unknown : new FlowNumber([], ones, zeros, origin);

    public override bool Equals(FlowValue? other) => other is FlowNumber number && Ones == number.Ones && Zeros == number.Zeros && _values.SequenceEqual(number._values);

    public override int GetHashCode() => Ones.GetHashCode() ^ Zeros.GetHashCode();

    private static FlowValue Of(IEnumerable<ulong> values, SyntaxNode? origin)
    {
        ulong[] distinct = [.. values.Distinct().OrderBy(value => value)];
        ulong ones = distinct.Aggregate(ulong.MaxValue, (bits, value) => bits & value);
        ulong zeros = distinct.Aggregate(ulong.MaxValue, (bits, value) => bits & ~value);
        return distinct.Length <= MaximumValues ? new FlowNumber(distinct, ones, zeros, origin) : OfBits(ones, zeros, origin);
    }
}
