using System;
using System.IO;

namespace IoctlSharp.Idxd;

/// <summary>An open work queue of the Data Streaming Accelerator, and the page through which it is written to. Descriptors are submitted by its methods only, from any number of threads.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public sealed unsafe class DsaPortal : IdxdPortal
{
    internal DsaPortal(PortalSetup setup)
        : base(setup)
    {
    }

    /// <summary>Opens a work queue, which gives the process its PASID, and maps its page. The way of submission follows from the queue: see <see cref="IdxdPortal.Submission"/>.</summary>
    /// <param name="queue">The queue, as <c>wq0.1</c>.</param>
    /// <param name="retries">How often a descriptor is offered again to a shared queue that is full; what sysfs says (<see cref="IdxdWorkQueue.EnqcmdsRetries"/>) unless stated.</param>
    /// <exception cref="ArgumentException">The queue is one of another kind of accelerator.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of retries is negative.</exception>
    /// <exception cref="InvalidOperationException">The queue is disabled or not for programs, or its device has no PASIDs.</exception>
    /// <exception cref="PlatformNotSupportedException">The processor does not have the instruction that the queue is written to with.</exception>
    /// <exception cref="FileNotFoundException">The queue has no file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="IOException">The queue cannot be opened or mapped; EBUSY when a dedicated queue is open elsewhere.</exception>
    public static DsaPortal Open(IdxdWorkQueue queue, int? retries = null) => new(PortalSetup.Open(queue, IdxdDeviceKind.Dsa, retries));

    /// <summary>Submits a descriptor. Nothing is allocated. A copy is sent, with the address of the record, the flags that have it written, and the process's PASID filled in.</summary>
    /// <param name="descriptor">What to do. The memory that it names must stay where it is until the operation has ended: it is not pinned here.</param>
    /// <param name="completion">The record that the device writes at the end.</param>
    /// <returns>False when the queue is full: nothing was submitted.</returns>
    /// <exception cref="InvalidOperationException">The record belongs to another operation; or this process was forked from the one that opened the portal.</exception>
    /// <exception cref="IOException">The kernel refused a descriptor that was written to it; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The portal or the record is disposed.</exception>
    public bool TrySubmit(in DsaHwDesc descriptor, DsaCompletion completion)
    {
        DsaHwDesc image = descriptor;
        return Send((byte*)&image, completion);
    }

    /// <summary>Submits descriptors in turn, as <see cref="TrySubmit"/> does one. Where the kernel takes them by <c>write</c>, up to 128 go in one call.</summary>
    /// <param name="descriptors">What to do.</param>
    /// <param name="completions">A record for each.</param>
    /// <returns>How many were submitted. Fewer than given: the queue is full, or the kernel refuses the next one and says why when it is submitted again.</returns>
    /// <exception cref="ArgumentException">There are not as many records as descriptors.</exception>
    /// <exception cref="InvalidOperationException">A record belongs to another operation, or this process was forked from the one that opened the portal; what was submitted before stays so.</exception>
    /// <exception cref="IOException">Not even the first was submitted; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The portal or a record is disposed.</exception>
    public int Submit(ReadOnlySpan<DsaHwDesc> descriptors, ReadOnlySpan<DsaCompletion> completions) => SendAll(descriptors, completions);
}
