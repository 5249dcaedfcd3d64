using System;

namespace IoctlSharp;

/// <summary>
/// A C union: a struct with <c>[StructLayout(LayoutKind.Explicit)]</c> whose fields all stand at <c>[FieldOffset(0)]</c>.
/// Arms of one type need no union in C#: see <see cref="AliasAttribute"/>.
/// </summary>
/// <param name="cName">The C tag; null for a union that has none.</param>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class KernelUnionAttribute(string? cName = null) : Attribute
{
    /// <summary>The C tag; null for a union that has none.</summary>
    public string? CName { get; } = cName;

    /// <summary>The header that declares it.</summary>
    public string? Header { get; set; }

    /// <summary>The C declaration is <c>__attribute__((packed))</c>.</summary>
    public bool Packed { get; set; }
}
