namespace IoctlSharp.Idxd;

/// <summary>What the Data Streaming Accelerator says of an operation. It must stand at a multiple of 32.</summary>
[KernelStruct("dsa_completion_record", Header = "linux/idxd.h", Packed = true)]
public partial struct DsaCompletionRecord
{
    /// <summary>A <see cref="DsaCompletionStatus"/> in the low seven bits, <see cref="IdxdCompletionBits.Write"/> for a fault at a write. 0 until the operation is done: read it by volatile means.</summary>
    public byte Status;

    /// <summary>The result of a comparison; what failed of a check.</summary>
    [Alias("DifStatus")] public byte Result;

    /// <summary>What is known of a fault.</summary>
    [Since("6.12")] public byte FaultInfo;

    [Reserved] private byte _rsvd;

    /// <summary>How many bytes were done; of a batch how many descriptors.</summary>
    [Alias("DescsCompleted", Since = "6.12")] public uint BytesCompleted;

    /// <summary>The address of a fault.</summary>
    public ulong FaultAddr;

    /// <summary>What the operation says besides.</summary>
    [Union(Anonymous = true)] public DsaResults Results;
}
