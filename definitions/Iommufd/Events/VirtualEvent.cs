namespace IoctlSharp.Iommu;

/// <summary>An event of a vIOMMU.</summary>
/// <typeparam name="T">What stands in it.</typeparam>
public readonly struct VirtualEvent<T>
    where T : unmanaged
{
    internal VirtualEvent(in IommufdVeventHeader header, in T value)
    {
        Header = header;
        Value = value;
    }

    /// <summary>Its number, and whether events were lost.</summary>
    public IommufdVeventHeader Header { get; }

    /// <summary>Events were lost before this one came, and this one says only so: <see cref="Value"/> is zero.</summary>
    public bool IsLoss => (Header.Flags & IommuVeventqFlags.LostEvents) != 0;

    /// <summary>What happened.</summary>
    public T Value { get; }
}
