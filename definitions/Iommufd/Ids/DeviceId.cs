namespace IoctlSharp.Iommu;

/// <summary>The id of a device that is bound to an iommufd. Ids belong to one iommufd; 0 is none.</summary>
public readonly record struct DeviceId
{
    /// <summary>An id, as one that another process told.</summary>
    /// <param name="value">The number.</param>
    public DeviceId(uint value) => Value = value;

    /// <summary>The number.</summary>
    public uint Value { get; }

    /// <summary>The kind and the number.</summary>
    public override string ToString() => $"device {Value}";
}
