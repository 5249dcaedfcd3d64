using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu;

/// <summary>Events of a vIOMMU in the bytes that were read: walked with <c>foreach</c>, without a copy.</summary>
/// <typeparam name="T">What stands in an event.</typeparam>
public ref struct EventList<T>
    where T : unmanaged
{
    private ReadOnlySpan<byte> _rest;
    private IommufdVeventHeader _header;
    private T _event;

    /// <summary>The events in bytes that were read.</summary>
    /// <param name="bytes">The bytes, as the kernel gave them.</param>
    public EventList(ReadOnlySpan<byte> bytes)
    {
        _rest = bytes;
        _header = default;
        _event = default;
    }

    /// <summary>The walk itself.</summary>
    public readonly EventList<T> GetEnumerator() => this;

    /// <summary>This event.</summary>
    public readonly VirtualEvent<T> Current => new(_header, _event);

    /// <summary>Goes to the next event.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidOperationException">The bytes end within an event: they are of another type.</exception>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        _header = Take<IommufdVeventHeader>();
        // Lost events at the end of the queue: a header alone.
        _event = (_header.Flags & IommuVeventqFlags.LostEvents) != 0 ? default : Take<T>();
        return true;
    }

    private TPart Take<TPart>()
        where TPart : unmanaged
    {
        int size = Unsafe.SizeOf<TPart>();
        if (_rest.Length < size)
            throw new InvalidOperationException($"{_rest.Length} bytes are left where a {typeof(TPart).Name} has {size}: the events are of another type.");
        TPart part = MemoryMarshal.Read<TPart>(_rest);
        _rest = _rest.Slice(size);
        return part;
    }
}
