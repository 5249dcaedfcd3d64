using System;

namespace IoctlSharp;

/// <summary>
/// On a span: the kernel reads or writes exactly that many elements, however long the caller's is. Any other length is refused before the call,
/// as an <see cref="ArgumentException"/> (or <see cref="Errno.EINVAL"/> where the method returns one).
/// </summary>
/// <param name="length">The number of elements.</param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class FixedLengthAttribute(int length) : Attribute
{
    /// <summary>The number of elements.</summary>
    public int Length { get; } = length;
}
