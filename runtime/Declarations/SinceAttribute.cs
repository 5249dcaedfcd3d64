using System;

namespace IoctlSharp;

/// <summary>
/// Linux has it in this version and in every later one. What carries no such attribute is as old as the type that holds it, or as anything
/// that is still supported. On a struct with <see cref="Size"/> or <see cref="SizeOnI386"/>: it grew, and has that size from this version on.
/// </summary>
/// <param name="version">The version, as in <c>6.12</c>.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = true,
    Inherited = false)]
public sealed class SinceAttribute(string version) : Attribute
{
    /// <summary>The version.</summary>
    public string Version { get; } = version;

    /// <summary>The size in bytes that the struct grew to; 0 where it did not grow.</summary>
    public int Size { get; set; }

    /// <summary>The size in bytes that the struct grew to on i386, where that is not <see cref="Size"/>; else 0.</summary>
    public int SizeOnI386 { get; set; }
}
