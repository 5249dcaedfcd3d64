using System;

namespace IoctlSharp;

/// <summary>
/// On a <c>string</c> or <c>ReadOnlySpan&lt;byte&gt;</c> parameter: the argument is NUL-terminated bytes (a string is sent as UTF-8; an embedded NUL is refused).
/// On a byte array of a struct: it holds NUL-terminated text, and the property is a <c>string</c>; what does not fit is refused, never cut.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field, Inherited = false)]
public sealed class CStringAttribute : Attribute;
