using System;

namespace IoctlSharp;

/// <summary>With this flag the field has all of the others too.</summary>
/// <param name="flag">The flag: a constant of the field's type.</param>
/// <param name="others">The flags that it needs: a constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class RequiresAttribute(object flag, object others) : Attribute
{
    /// <summary>The flag.</summary>
    public object Flag { get; } = flag;

    /// <summary>The flags that it needs.</summary>
    public object Others { get; } = others;
}
