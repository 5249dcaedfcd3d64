using System;

namespace IoctlSharp;

/// <summary>With this flag the field has none of the others.</summary>
/// <param name="flag">The flag: a constant of the field's type.</param>
/// <param name="others">The flags that do not go with it: a constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ExcludesAttribute(object flag, object others) : Attribute
{
    /// <summary>The flag.</summary>
    public object Flag { get; } = flag;

    /// <summary>The flags that do not go with it.</summary>
    public object Others { get; } = others;

    /// <summary>A flag with which they go together after all: a constant of the field's type.</summary>
    public object? Unless { get; set; }
}
