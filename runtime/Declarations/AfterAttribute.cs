using System;

namespace IoctlSharp;

/// <summary>
/// The command works only after another one was called with the same file, as its file or as an argument of it. Of several attributes one that holds suffices.
/// On a handle: no other command works before that one.
/// </summary>
/// <param name="method">The other command's method, of the same class (of <see cref="Group"/> where that is set): <c>nameof(SetIommu)</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
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

    /// <summary>On a handle: the class that has the method.</summary>
    public Type? Group { get; set; }
}
