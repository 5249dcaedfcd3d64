using System;

namespace IoctlSharp;

/// <summary>
/// A struct that crosses the boundary to a Linux driver. Its instance fields are the C layout: all of them, in C order, in this one part;
/// the generator adds what C# needs around them. A layout that differs from C's is a compile-time diagnostic.
/// </summary>
/// <param name="cName">The C tag, as in <c>vfio_group_status</c>; null for a struct that has none: <c>struct { ... } name;</c>.</param>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class KernelStructAttribute(string? cName = null) : Attribute
{
    /// <summary>The C tag; null for a struct that has none.</summary>
    public string? CName { get; } = cName;

    /// <summary>The member of this type has no name in C either (<c>struct { ... };</c>): the struct's own members are named directly.</summary>
    public bool Anonymous { get; set; }

    /// <summary>The header that declares it, as in <c>linux/vfio.h</c>.</summary>
    public string? Header { get; set; }

    /// <summary>The C declaration is <c>__attribute__((packed))</c>.</summary>
    public bool Packed { get; set; }

    /// <summary>
    /// The driver of a 64-bit kernel takes the struct of a 32-bit process as it is (<c>compat_ptr_ioctl</c>, as VFIO does): where such a process has
    /// another layout, a call with the struct is refused with a <see cref="System.PlatformNotSupportedException"/>, or <c>EOPNOTSUPP</c> from a method that never throws.
    /// </summary>
    public bool Untranslated { get; set; }
}
