using System;
using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu;

/// <summary>The stream of a queue of page faults. Nothing is allocated.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public static class FaultStream
{
    /// <summary>Reads page faults: whole groups. Wait first with <see cref="DeviceStream.WaitToRead"/>: an empty queue does not wait.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="faults">Takes the faults. It must hold the largest group, or nothing can ever be read: Linux 7.2 says EINVAL then, Linux 6.12 reads nothing.</param>
    /// <returns>The part that was filled; empty when there are no faults.</returns>
    /// <exception cref="ArgumentException">There is no room for a fault.</exception>
    /// <exception cref="System.IO.IOException">The read failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public static ReadOnlySpan<IommuHwptPgfault> ReadFaults(this FaultQueue queue, Span<IommuHwptPgfault> faults)
    {
        if (faults.IsEmpty)
            throw new ArgumentException("There is no room for a fault.", nameof(faults));
        int bytes = queue.ReadNext(MemoryMarshal.AsBytes(faults));
        return faults.Slice(0, bytes / (MemoryMarshal.AsBytes(faults).Length / faults.Length));
    }

    /// <summary>Answers groups of page faults.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="responses">An answer for each group: the cookie of its last fault.</param>
    /// <returns>How many were taken. Fewer than given: the next one has a cookie that no group waits for, or a code that does not exist.</returns>
    /// <exception cref="System.IO.IOException">Not even the first was taken; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public static int Respond(this FaultQueue queue, params ReadOnlySpan<IommuHwptPageResponse> responses)
    {
        if (responses.IsEmpty)
            return 0;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(responses);
        return queue.WriteNext(bytes) / (bytes.Length / responses.Length);
    }
}
