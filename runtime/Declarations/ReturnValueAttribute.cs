using System;

namespace IoctlSharp;

/// <summary>An <c>out</c> parameter of a method that returns <see cref="Errno"/>: the ioctl's own value.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ReturnValueAttribute : Attribute;
