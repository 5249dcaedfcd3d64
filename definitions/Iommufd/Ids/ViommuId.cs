namespace IoctlSharp.Iommu;

/// <summary>The id of a vIOMMU. Ids belong to one iommufd; 0 is none.</summary>
public readonly record struct ViommuId
{
    /// <summary>An id, as one that another process told.</summary>
    /// <param name="value">The number.</param>
    public ViommuId(uint value) => Value = value;

    /// <summary>The number.</summary>
    public uint Value { get; }

    /// <summary>The kind and the number.</summary>
    public override string ToString() => $"viommu {Value}";
}
