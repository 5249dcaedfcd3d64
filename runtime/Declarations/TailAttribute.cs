using System;

namespace IoctlSharp;

/// <summary>
/// On a struct: its flexible array member (<c>__s32 group_fds[]</c>), which no C# field stands for.
/// On a parameter: what stands behind the argument in this call, or behind the struct that <see cref="IoctlAttribute.Tail"/> puts there; each argsz and
/// the <see cref="TailCountAttribute"/> field follow from it.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Parameter, Inherited = false)]
public sealed class TailAttribute : Attribute
{
    /// <summary>The parameter stands behind the struct.</summary>
    public TailAttribute()
    {
    }

    /// <summary>The struct ends in a flexible array.</summary>
    /// <param name="cName">The C name of the array.</param>
    /// <param name="elementType">The type of an element.</param>
    public TailAttribute(string cName, Type elementType)
    {
        CName = cName;
        ElementType = elementType;
    }

    /// <summary>The C name of the array.</summary>
    public string? CName { get; }

    /// <summary>The type of an element.</summary>
    public Type? ElementType { get; }
}
