using System.IO;

namespace IoctlSharp.Idxd;

/// <content>What the status says.</content>
public partial struct DsaCompletionRecord
{
    /// <summary>What became of the operation: the low seven bits of <see cref="Status"/>.</summary>
    public readonly DsaCompletionStatus Outcome => (DsaCompletionStatus)(Status & (byte)IdxdCompletionBits.StatusMask);

    /// <summary>Of a page fault: whether the device was to write to the page; else it was to read. The page must be touched likewise before the rest is submitted.</summary>
    public readonly bool IsFaultAtWrite => (Status & (byte)IdxdCompletionBits.Write) != 0;

    /// <summary>
    /// Whether the operation ended before its end because a page was not there. <see cref="BytesCompleted"/> bytes are done then (of a batch, so many descriptors): touch the page at
    /// <see cref="FaultAddr"/> (write to it if <see cref="IsFaultAtWrite"/>), and submit the rest. A copy whose source and destination overlap may have been done from the end:
    /// <see cref="Result"/> is 1 then, and the rest is what stands before.
    /// </summary>
    public readonly bool IsPageFault => Outcome is DsaCompletionStatus.PageFaultNoBlock or DsaCompletionStatus.PageFaultInvalidResponse or DsaCompletionStatus.BatchPageFault;

    /// <summary>One sentence that says what became of the operation.</summary>
    public readonly string Explain() => Outcome switch
    {
        DsaCompletionStatus.None => "The operation has not ended yet.",
        DsaCompletionStatus.Success => "The operation is done.",
        DsaCompletionStatus.SuccessPred => $"The operation is done, and its result {Result} was not the expected one.",
        DsaCompletionStatus.PageFaultNoBlock =>
            $"The page at 0x{FaultAddr:x} was not there to be {Fault}, and the operation ended after {BytesCompleted} bytes: touch the page and submit the rest, or submit with BlockOnFault.",
        DsaCompletionStatus.PageFaultInvalidResponse =>
            $"The process has no page at 0x{FaultAddr:x} that may be {Fault}, and the operation ended after {BytesCompleted} bytes: correct the descriptor's addresses.",
        DsaCompletionStatus.BatchPageFault =>
            $"The page at 0x{FaultAddr:x} with the batch's descriptors was not there, and the batch ended after {BytesCompleted} descriptors: touch the page and submit the rest.",
        DsaCompletionStatus.BatchFail => $"{BytesCompleted} descriptors of the batch have ended, and at least one of them failed: their own records say how.",
        DsaCompletionStatus.InvalidFlags => $"The operation does not have the flags {Results.InvalidFlags}.",
        var outcome => $"The operation failed: {outcome} (0x{(byte)outcome:x2}).",
    };

    /// <summary>Fails unless the operation is done, with the expected result or another one.</summary>
    /// <exception cref="IOException">It is not: the message is what <see cref="Explain"/> says.</exception>
    public readonly void ThrowIfFailed()
    {
        if (Outcome is not (DsaCompletionStatus.Success or DsaCompletionStatus.SuccessPred))
            throw new IOException(Explain());
    }

    private readonly string Fault => IsFaultAtWrite ? "written" : "read";
}
