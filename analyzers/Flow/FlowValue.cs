using System;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>What is known of a value at a place of a method. What is not known makes no diagnostic.</summary>
internal abstract class FlowValue : IEquatable<FlowValue>
{
    /// <summary>Nothing is known.</summary>
    public static FlowValue Unknown { get; } = new Opaque();

    /// <summary>The kernel's answer, whatever it says.</summary>
    public static FlowValue Answer { get; } = new Opaque();

    /// <summary>What either of two can be.</summary>
    public static FlowValue Join(FlowValue left, FlowValue right) => ReferenceEquals(left, right) ? left : (left, right) switch
    {
        (FlowNumber one, FlowNumber other) => FlowNumber.Join(one, other),
        (FlowStruct one, FlowStruct other) => FlowStruct.Join(one, other),
        // A struct of which nothing was set is as zero as a number.
        _ => left.Equals(right) ? left : Unknown,
    };

    public abstract bool Equals(FlowValue? other);

    public sealed override bool Equals(object? obj) => Equals(obj as FlowValue);

    public abstract override int GetHashCode();

    private sealed class Opaque : FlowValue
    {
        public override bool Equals(FlowValue? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
