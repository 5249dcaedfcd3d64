using System;

namespace IoctlSharp;

/// <summary>
/// The offset of the first capability, counted from the start of the struct; 0 when there is none. The struct gets
/// <c>KernelBuffer&lt;T&gt;.Capabilities</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class CapabilityOffsetAttribute : Attribute
{
    /// <summary>The flags field that says whether the offset means anything.</summary>
    public string? Flags { get; set; }

    /// <summary>The bit of <see cref="Flags"/> that must be set for the offset to mean anything.</summary>
    public object? Flag { get; set; }
}
