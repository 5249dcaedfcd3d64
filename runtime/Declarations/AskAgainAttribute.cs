using System;

namespace IoctlSharp;

/// <summary>
/// The kernel says how much room the answer needs, and the call is made again with that room, at most 8 times. The result is a
/// <see cref="KernelBuffer{T}"/>. The forms are the kernel's protocols:
/// success with a larger argsz (no argument); an error with a count (<c>ENOSPC</c>, <see cref="Count"/>); an error with a count of a separate array
/// (<c>EMSGSIZE</c>, <see cref="Count"/>, <see cref="Array"/>); success but truncated with the wanted length (<see cref="Count"/>, <see cref="Array"/>, no error).
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AskAgainAttribute : Attribute
{
    /// <summary>The kernel succeeds and says in argsz or <see cref="Count"/> how much room it wants.</summary>
    public AskAgainAttribute()
    {
    }

    /// <summary>The kernel fails with this error and says in <see cref="Count"/> how many elements it wants room for.</summary>
    /// <param name="error">The error that asks for more room.</param>
    public AskAgainAttribute(Errno error) => Error = error;

    /// <summary>The error that asks for more room; 0 when the kernel succeeds.</summary>
    public Errno Error { get; }

    /// <summary>The field with the number of elements.</summary>
    public string? Count { get; set; }

    /// <summary>The field with the address of the array; null when the array is the struct's own tail.</summary>
    public string? Array { get; set; }

    /// <summary>The type of an element of <see cref="Array"/>; <c>byte</c> when not set.</summary>
    public Type? Element { get; set; }
}
