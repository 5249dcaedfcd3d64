using System;

namespace IoctlSharp;

/// <summary>How a field of a <see cref="KernelUnionAttribute"/> type stands in its C struct.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class UnionAttribute : Attribute
{
    /// <summary>The C member has no name of its own: its arms are named directly (<c>op.err</c>, not <c>op.u.err</c>).</summary>
    public bool Anonymous { get; set; }

    /// <summary>The field that says which arm is valid.</summary>
    public string? Discriminator { get; set; }
}
