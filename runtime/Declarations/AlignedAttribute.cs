using System;

namespace IoctlSharp;

/// <summary>
/// The C declaration has an alignment of its own, as <c>__aligned_u64</c> (8 bytes on i386 too, where the CLR would use 4).
/// A layout that the CLR cannot give is a diagnostic.
/// </summary>
/// <param name="bytes">The alignment in bytes, a power of two.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Struct, Inherited = false)]
public sealed class AlignedAttribute(int bytes) : Attribute
{
    /// <summary>The alignment in bytes.</summary>
    public int Bytes { get; } = bytes;
}
