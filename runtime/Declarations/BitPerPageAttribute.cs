using System;

namespace IoctlSharp;

/// <summary>
/// On a span: the kernel has a bit for each page of a range, in words of 8 bytes, however long the caller's is. It sets bits and clears none. A shorter one is refused before the
/// call, as an <see cref="ArgumentException"/> (or <see cref="Errno.EINVAL"/> where the method returns one).
/// </summary>
/// <param name="length">The size of the range in bytes: an integer parameter of the method, or else an integer field of the struct.</param>
/// <param name="pageSize">The bytes that a bit stands for: likewise.</param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class BitPerPageAttribute(string length, string pageSize) : Attribute
{
    /// <summary>The parameter or field that is the size of the range in bytes.</summary>
    public string Length { get; } = length;

    /// <summary>The parameter or field that is the size of a page in bytes.</summary>
    public string PageSize { get; } = pageSize;
}
