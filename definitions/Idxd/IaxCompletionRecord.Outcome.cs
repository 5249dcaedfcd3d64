using System.IO;

namespace IoctlSharp.Idxd;

/// <content>What the status says.</content>
public partial struct IaxCompletionRecord
{
    /// <summary>What became of the operation: the low seven bits of <see cref="Status"/>.</summary>
    public readonly IaxCompletionStatus Outcome => (IaxCompletionStatus)(Status & (byte)IdxdCompletionBits.StatusMask);

    /// <summary>Of a page fault: whether the device was to write to the page; else it was to read.</summary>
    public readonly bool IsFaultAtWrite => (Status & (byte)IdxdCompletionBits.Write) != 0;

    /// <summary>Whether the operation ended because a page was not there. What was done does not count: make the page at <see cref="FaultAddr"/> be there, and submit all of it again.</summary>
    public readonly bool IsPageFault => Outcome is IaxCompletionStatus.PageFaultInvalidResponse or IaxCompletionStatus.PrsTimeout;

    /// <summary>One sentence that says what became of the operation.</summary>
    public readonly string Explain() => Outcome switch
    {
        IaxCompletionStatus.None => "The operation has not ended yet.",
        IaxCompletionStatus.Success => $"The operation is done, with {OutputSize} bytes of output.",
        IaxCompletionStatus.PageFaultInvalidResponse => $"The page at 0x{FaultAddr:x} could not be {Fault}: touch it, or correct the descriptor's addresses, and submit the operation again.",
        IaxCompletionStatus.PrsTimeout => $"The system did not bring the page at 0x{FaultAddr:x} in time: touch it and submit the operation again.",
        IaxCompletionStatus.AnalyticsError => $"The operation failed with error code {ErrorCode} of the accelerator.",
        IaxCompletionStatus.OutbufOverflow => "The output does not fit into the destination: give more room.",
        IaxCompletionStatus.InvalidFlags => $"The operation does not have the flags 0x{InvalidFlags:x}.",
        var outcome => $"The operation failed: {outcome} (0x{(byte)outcome:x2}).",
    };

    /// <summary>Fails unless the operation is done.</summary>
    /// <exception cref="IOException">It is not: the message is what <see cref="Explain"/> says.</exception>
    public readonly void ThrowIfFailed()
    {
        if (Outcome != IaxCompletionStatus.Success)
            throw new IOException(Explain());
    }

    private readonly string Fault => IsFaultAtWrite ? "written" : "read";
}
