namespace IoctlSharp.Iommu;

/// <summary>The id of any object of an iommufd. Ids belong to one iommufd; 0 is none.</summary>
public readonly record struct ObjectId
{
    /// <summary>An id, as one that another process told.</summary>
    /// <param name="value">The number.</param>
    public ObjectId(uint value) => Value = value;

    /// <summary>The number.</summary>
    public uint Value { get; }

    /// <summary>The kind and the number.</summary>
    public override string ToString() => $"object {Value}";

    /// <summary>An I/O address space.</summary>
    public static implicit operator ObjectId(IoasId id) => new(id.Value);

    /// <summary>A hardware page table.</summary>
    public static implicit operator ObjectId(HwptId id) => new(id.Value);

    /// <summary>A queue of page faults.</summary>
    public static implicit operator ObjectId(FaultQueueId id) => new(id.Value);

    /// <summary>A vIOMMU.</summary>
    public static implicit operator ObjectId(ViommuId id) => new(id.Value);

    /// <summary>A vDevice.</summary>
    public static implicit operator ObjectId(VdeviceId id) => new(id.Value);

    /// <summary>A queue of events.</summary>
    public static implicit operator ObjectId(EventQueueId id) => new(id.Value);

    /// <summary>A hardware queue.</summary>
    public static implicit operator ObjectId(HwQueueId id) => new(id.Value);
}
