using System;

namespace IoctlSharp;

/// <summary>
/// The kernel says here what it really did, which can be less than was asked for though the call succeeded: the caller must look.
/// On a method or its return value: the result. On a field: what the kernel leaves in it.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.ReturnValue, Inherited = false)]
public sealed class MustReadAttribute : Attribute;
