namespace IoctlSharp.Iommu;

/// <summary>The id of what a device can be attached to: an I/O address space or a hardware page table; to make nested page tables and to invalidate, a vIOMMU too. Ids belong to one iommufd; 0 is none.</summary>
public readonly record struct PageTableId
{
    /// <summary>An id, as one that another process told.</summary>
    /// <param name="value">The number.</param>
    public PageTableId(uint value) => Value = value;

    /// <summary>The number.</summary>
    public uint Value { get; }

    /// <summary>The kind and the number.</summary>
    public override string ToString() => $"page table {Value}";

    /// <summary>An address space.</summary>
    public static implicit operator PageTableId(IoasId id) => new(id.Value);

    /// <summary>A hardware page table.</summary>
    public static implicit operator PageTableId(HwptId id) => new(id.Value);

    /// <summary>A vIOMMU.</summary>
    public static implicit operator PageTableId(ViommuId id) => new(id.Value);
}
