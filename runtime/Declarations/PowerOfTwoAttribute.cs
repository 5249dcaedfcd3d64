using System;

namespace IoctlSharp;

/// <summary>The value of the field is a power of two.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class PowerOfTwoAttribute : Attribute;
