using System;

namespace IoctlSharp;

/// <summary>
/// The address of memory that the kernel or a device uses after the call has returned, until another call ends it. It is no memory that the garbage
/// collector moves or frees, no stack and nothing that goes back to a pool: see <see cref="DmaBuffer"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class DmaMemoryAttribute : Attribute;
