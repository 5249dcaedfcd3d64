using System;

namespace IoctlSharp;

/// <summary>A field that must stay zero: the kernel refuses anything else, or will one day give it a meaning.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class ReservedAttribute : Attribute;
