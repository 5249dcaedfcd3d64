using System;

namespace IoctlSharp;

/// <summary>
/// The command works only after another one was called with the same file, as its file or as an argument of it. Of several attributes one that holds suffices.
/// </summary>
/// <param name="method">The other command's method, of the same class: <c>nameof(SetIommu)</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AfterAttribute(string method) : Attribute
{
    /// <summary>The command works only after another one was called with the same file and this value.</summary>
    /// <param name="method">The other command's method, of the same class.</param>
    /// <param name="value">The argument that it must have had: a constant.</param>
    public AfterAttribute(string method, object value)
        : this(method) => Value = value;

    /// <summary>The other command's method.</summary>
    public string Method { get; } = method;

    /// <summary>The argument that it must have had; null for any.</summary>
    public object? Value { get; }

    /// <summary>The kind of file that must be called on first, where the command is for several: a handle type. Null for all of them.</summary>
    public Type? File { get; set; }
}
