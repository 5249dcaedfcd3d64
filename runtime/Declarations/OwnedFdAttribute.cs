using System;

namespace IoctlSharp;

/// <summary>The kernel puts a new file descriptor here, which the caller must close: take it with an <c>out</c> handle, or wrap it at once.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class OwnedFdAttribute : Attribute;
