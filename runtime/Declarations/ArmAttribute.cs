using System;

namespace IoctlSharp;

/// <summary>
/// On a field of a <see cref="KernelUnionAttribute"/>: the arm is the valid one while the union's discriminator (<see cref="UnionAttribute.Discriminator"/>) has this value.
/// Of several attributes one that holds suffices.
/// </summary>
/// <param name="value">The value: a constant, as a rule of an enum.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ArmAttribute(object value) : Attribute
{
    /// <summary>The value.</summary>
    public object Value { get; } = value;
}
