using System;

namespace IoctlSharp.Iommu;

/// <summary>The stream of a vIOMMU's events. Nothing is allocated.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public static class EventStream
{
    private const int HeaderSize = 8;

    /// <summary>Reads events: each a header and, unless events were lost, what the queue's type has. Wait first with <see cref="DeviceStream.WaitToRead"/>.</summary>
    /// <typeparam name="T">What stands in an event: <see cref="IommuVeventArmSmmuv3"/> or <see cref="IommuVeventTegra241Cmdqv"/>, as the queue's type says.</typeparam>
    /// <param name="queue">The queue.</param>
    /// <param name="buffer">Takes the bytes; it must have room for a header and an event.</param>
    /// <returns>The events, to be walked with <c>foreach</c>; none when the queue is empty.</returns>
    /// <exception cref="ArgumentException">There is no room for an event.</exception>
    /// <exception cref="System.IO.IOException">The read failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public static EventList<T> ReadEvents<T>(this EventQueue queue, Span<byte> buffer)
        where T : unmanaged
    {
        int needed = HeaderSize + System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        if (buffer.Length < needed)
            throw new ArgumentException($"An event has {needed} bytes with its header, the buffer {buffer.Length}.", nameof(buffer));
        return new EventList<T>(buffer.Slice(0, queue.ReadNext(buffer)));
    }
}
