using System;

namespace IoctlSharp;

/// <summary>
/// The size field by which the kernel versions the struct (<c>argsz</c>, <c>size</c>). Every generated call sets it, the tail included;
/// nobody else can or has to.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class ArgSizeAttribute : Attribute;
