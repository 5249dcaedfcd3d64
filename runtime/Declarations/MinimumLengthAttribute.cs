using System;

namespace IoctlSharp;

/// <summary>
/// On a span: the kernel reads or writes as many elements as that says, however long the caller's is. A shorter one is refused before the call,
/// as an <see cref="ArgumentException"/> (or <see cref="Errno.EINVAL"/> where the method returns one).
/// </summary>
/// <param name="length">
/// An integer parameter of the method, or else an integer field of the struct. A parameter without an attribute is not sent: it is there for this alone.
/// </param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class MinimumLengthAttribute(string length) : Attribute
{
    /// <summary>The parameter or the field.</summary>
    public string Length { get; } = length;
}
