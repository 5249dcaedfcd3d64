using System;

namespace IoctlSharp;

/// <summary>
/// A static partial class of ioctls that share a type ("magic") and a header. Each <see cref="IoctlAttribute"/> method becomes a call;
/// <c>Commands</c> holds every command as data.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IoctlGroupAttribute : Attribute
{
    /// <summary>A group of commands without a type: legacy numbers only.</summary>
    public IoctlGroupAttribute()
    {
    }

    /// <summary>A group of commands of one type.</summary>
    /// <param name="type">The type as the header writes it, a character.</param>
    public IoctlGroupAttribute(char type)
    {
        Type = (byte)type;
        HasType = true;
    }

    /// <summary>A group of commands of one type.</summary>
    /// <param name="type">The type as the header writes it, a number.</param>
    public IoctlGroupAttribute(byte type)
    {
        Type = type;
        HasType = true;
    }

    /// <summary>The type ("magic") of the commands.</summary>
    public byte Type { get; }

    /// <summary>Whether the group has a type.</summary>
    public bool HasType { get; }

    /// <summary>Added to every number of the group (<c>VFIO_BASE</c>).</summary>
    public byte Base { get; set; }

    /// <summary>The header that defines the commands.</summary>
    public string? Header { get; set; }
}
