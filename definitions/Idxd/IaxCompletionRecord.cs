namespace IoctlSharp.Idxd;

/// <summary>What the In-Memory Analytics Accelerator says of an operation. It must stand at a multiple of 64.</summary>
[KernelStruct("iax_completion_record", Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct IaxCompletionRecord
{
    /// <summary>A <see cref="IaxCompletionStatus"/> in the low seven bits, <see cref="IdxdCompletionBits.Write"/> for a fault at a write. 0 until the operation is done: read it by volatile means.</summary>
    public byte Status;

    /// <summary>What went wrong, with <see cref="IaxCompletionStatus.AnalyticsError"/>.</summary>
    public byte ErrorCode;

    /// <summary>What is known of a fault.</summary>
    [Since("6.12")] public byte FaultInfo;

    [Reserved] private byte _rsvd;

    /// <summary>How many bytes of the first source were done.</summary>
    public uint BytesCompleted;

    /// <summary>The address of a fault.</summary>
    public ulong FaultAddr;

    /// <summary>The flags that were refused.</summary>
    public uint InvalidFlags;

    [Reserved] private uint _rsvd2;

    /// <summary>The size of the output in bytes.</summary>
    public uint OutputSize;

    /// <summary>The bits used of the last byte of the output.</summary>
    public byte OutputBits;

    [Reserved] private byte _rsvd3;

    /// <summary>The exclusive-or checksum.</summary>
    [CName("xor_csum")] public ushort XorChecksum;

    /// <summary>The cyclic redundancy checksum.</summary>
    public uint Crc;

    /// <summary>The smallest element, or the first.</summary>
    public uint Min;

    /// <summary>The largest element, or the last.</summary>
    public uint Max;

    /// <summary>The sum of the elements, or their number.</summary>
    public uint Sum;

    [Reserved] private fixed ulong _rsvd4[2];
}
