using System;

namespace IoctlSharp;

/// <summary>The C name of a member where the mechanical mapping (<c>IovaPgsizes</c> is <c>iova_pgsizes</c>) does not give it.</summary>
/// <param name="name">The whole C name.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Struct, Inherited = false)]
public sealed class CNameAttribute(string name) : Attribute
{
    /// <summary>The whole C name.</summary>
    public string Name { get; } = name;
}
