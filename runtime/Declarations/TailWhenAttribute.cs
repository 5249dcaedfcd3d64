using System;

namespace IoctlSharp;

/// <summary>With one of these flags something stands behind the struct (<see cref="TailAttribute"/>): a call that puts nothing there is refused.</summary>
/// <param name="flags">The flags: a constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class TailWhenAttribute(object flags) : Attribute
{
    /// <summary>The flags.</summary>
    public object Flags { get; } = flags;
}
