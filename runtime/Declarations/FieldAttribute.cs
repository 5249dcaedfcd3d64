using System;

namespace IoctlSharp;

/// <summary>
/// On a parameter: its value is written to that field of the struct before the call (a handle writes its fd and is kept open for the call, null
/// writes -1 and is refused where the type is declared not to be null; a span writes its address and is pinned for the call, an empty one writes 0;
/// a kernel struct by <c>in</c>, <c>ref</c> or <c>out</c> writes the address of a copy whose padding is zero); an <c>out</c> parameter is read from
/// it after the call, whether that succeeds or fails (an <c>out</c> handle owns the fd in it).
/// On the return value: the result is that field (a handle owns the fd in it). The field may be one of the struct in the tail.
/// </summary>
/// <param name="name">The field: <c>nameof(VfioRegionInfo.Index)</c>; a field of a nested struct behind a dot.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = false)]
public sealed class FieldAttribute(string name) : Attribute
{
    /// <summary>The field.</summary>
    public string Name { get; } = name;

    /// <summary>The struct that has the field, where the argument and the struct in its tail both have one of that name.</summary>
    public Type? Of { get; set; }

    /// <summary>For an address: the field of the same struct that takes the length of what is there, in elements.</summary>
    public string? Length { get; set; }

    /// <summary>For an address: the field of the same struct that takes the length of what is there, in bytes.</summary>
    public string? ByteLength { get; set; }

    /// <summary>For an address: the field of the same struct that takes the size of one element, in bytes.</summary>
    public string? ElementSize { get; set; }
}
