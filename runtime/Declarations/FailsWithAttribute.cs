using System;

namespace IoctlSharp;

/// <summary>What the kernel means by an error of this command: said by the <see cref="IoctlException"/>.</summary>
/// <param name="error">The error.</param>
/// <param name="meaning">What it means and what to do, one sentence without a full stop.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FailsWithAttribute(Errno error, string meaning) : Attribute
{
    /// <summary>The error.</summary>
    public Errno Error { get; } = error;

    /// <summary>What it means and what to do.</summary>
    public string Meaning { get; } = meaning;
}
