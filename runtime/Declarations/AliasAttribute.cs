using System;

namespace IoctlSharp;

/// <summary>A second name for the same bytes: a C union whose arms have one type. Becomes a property.</summary>
/// <param name="name">The property.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class AliasAttribute(string name) : Attribute
{
    /// <summary>The property.</summary>
    public string Name { get; } = name;

    /// <summary>The version of Linux that named the bytes so (see <see cref="SinceAttribute"/>), where that is later than the field's own.</summary>
    public string? Since { get; set; }

    /// <summary>The flag or the value that says that the bytes carry this name: a constant, as a rule of an enum.</summary>
    public object? When { get; set; }
}
