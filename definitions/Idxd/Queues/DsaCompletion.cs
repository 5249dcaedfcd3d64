using System;
using System.Threading;

namespace IoctlSharp.Idxd;

/// <summary>The completion record of an operation of the Data Streaming Accelerator: memory that the device writes to, and waiting for it.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public sealed class DsaCompletion : IdxdCompletion
{
    /// <summary>Waits until the operation has ended: spins, then yields to other threads. Nothing is allocated.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the wait, not the operation.</param>
    /// <returns>The record. That it is there does not say that all is well: see <see cref="DsaCompletionRecord.ThrowIfFailed"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="TimeoutException">The device did not write the record in time; it may still do so.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">Nothing was submitted with this record; or its portal was closed, and the device gave the operation up.</exception>
    /// <exception cref="ObjectDisposedException">The record is disposed.</exception>
    public DsaCompletionRecord Wait(TimeSpan timeout, CancellationToken cancellationToken = default) => WaitForRecord<DsaCompletionRecord>(timeout, cancellationToken);

    /// <summary>Looks once whether the operation has ended.</summary>
    /// <param name="record">The record; zeros while the operation is in flight.</param>
    /// <returns>False while the operation is in flight.</returns>
    /// <exception cref="InvalidOperationException">Nothing was submitted with this record; or its portal was closed, and the device gave the operation up.</exception>
    /// <exception cref="ObjectDisposedException">The record is disposed.</exception>
    public bool TryGetRecord(out DsaCompletionRecord record) => TryLoadRecord(out record);
}
