using System;

namespace IoctlSharp;

/// <summary>
/// An address, an offset or a size that is a multiple of the page size, of the machine or of its IOMMU. No machine has a smaller one than 4096 bytes,
/// and many have a larger one.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class PageAlignedAttribute : Attribute;
