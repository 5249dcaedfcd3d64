using System;
using System.Collections.Generic;

namespace IoctlSharp;

/// <summary>Values that the type has and the kernel never takes here, as of an enum that serves several commands. On a parameter: of the argument itself.</summary>
/// <param name="values">The values: constants of the type of the field or the parameter.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter, Inherited = false)]
public sealed class RefusedAttribute(params object[] values) : Attribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}
