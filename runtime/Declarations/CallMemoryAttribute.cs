using System;

namespace IoctlSharp;

/// <summary>The address of memory that the kernel uses during the call only: pinning it for the call suffices.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class CallMemoryAttribute : Attribute;
