using System;

namespace IoctlSharp;

/// <summary>The number of elements in the struct's flexible tail. Every generated call with a <see cref="TailAttribute"/> parameter sets it.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class TailCountAttribute : Attribute;
