using System;

namespace IoctlSharp;

/// <summary>
/// An enum (or a static class of constants) whose members are C constants: each member's C name is the prefix and the member's name
/// in upper case with underscores (<c>Read</c> is <c>VFIO_DMA_MAP_FLAG_READ</c>). <see cref="CNameAttribute"/> on a member overrides that.
/// </summary>
/// <param name="prefix">What the C names begin with, the underscore included: <c>VFIO_DMA_MAP_FLAG_</c>.</param>
[AttributeUsage(AttributeTargets.Enum | AttributeTargets.Class, Inherited = false)]
public sealed class KernelConstantsAttribute(string prefix) : Attribute
{
    /// <summary>What the C names begin with.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The header that defines them.</summary>
    public string? Header { get; set; }
}
