using System;

namespace IoctlSharp.Idxd;

/// <summary>Flags of descriptors: 24 bits. What a flag does follows from the operation.</summary>
[Flags]
[KernelConstants("IDXD_OP_FLAG_", Header = "linux/idxd.h")]
public enum IdxdOperationFlags : uint
{
    /// <summary>Waits for the descriptors before it in its batch, and is given up when one of them failed. Only in a batch.</summary>
    Fence = 0x0001,

    /// <summary>Waits for a page that is not there. Without it, the operation ends there with a part done.</summary>
    [CName("IDXD_OP_FLAG_BOF")]
    BlockOnFault = 0x0002,

    /// <summary>The completion record's address is valid. A portal sets it.</summary>
    [CName("IDXD_OP_FLAG_CRAV")]
    CompletionAddressValid = 0x0004,

    /// <summary>A completion record is written in any case, not only of a failure. A portal sets it.</summary>
    [CName("IDXD_OP_FLAG_RCR")]
    RequestCompletionRecord = 0x0008,

    /// <summary>An interrupt follows.</summary>
    [CName("IDXD_OP_FLAG_RCI")]
    RequestCompletionInterrupt = 0x0010,

    /// <summary>The completion record is written with the second steering tag.</summary>
    [CName("IDXD_OP_FLAG_CRSTS")]
    CompletionSteering = 0x0020,

    /// <summary>The result is compared with the expected one: the status is <see cref="DsaCompletionStatus.SuccessPred"/> where they differ.</summary>
    [CName("IDXD_OP_FLAG_CR")]
    CheckResult = 0x0080,

    /// <summary>What is written to the destination goes to the processor's cache; a hint.</summary>
    [CName("IDXD_OP_FLAG_CC")]
    CacheControl = 0x0100,

    /// <summary>The first address uses the second traffic class.</summary>
    [CName("IDXD_OP_FLAG_ADDR1_TCS")]
    Address1TrafficClass = 0x0200,

    /// <summary>The second address uses the second traffic class.</summary>
    [CName("IDXD_OP_FLAG_ADDR2_TCS")]
    Address2TrafficClass = 0x0400,

    /// <summary>The third address uses the second traffic class.</summary>
    [CName("IDXD_OP_FLAG_ADDR3_TCS")]
    Address3TrafficClass = 0x0800,

    /// <summary>The completion record uses the second traffic class.</summary>
    [CName("IDXD_OP_FLAG_CR_TCS")]
    CompletionTrafficClass = 0x1000,

    /// <summary>All writes are in order, the completion record's too.</summary>
    [CName("IDXD_OP_FLAG_STORD")]
    StrictOrder = 0x2000,

    /// <summary>The destination is read back before completion.</summary>
    [CName("IDXD_OP_FLAG_DRDBK")]
    DestinationReadback = 0x4000,

    /// <summary>The destination has the second steering tag.</summary>
    [CName("IDXD_OP_FLAG_DSTS")]
    DestinationSteering = 0x8000,

    /// <summary>The second source is a state (analytics engine configuration and state), and is read.</summary>
    [CName("IDXD_OP_FLAG_RD_SRC2_AECS")]
    ReadSource2Aecs = 0x010000,

    /// <summary>The second source is a second input, and is read.</summary>
    [CName("IDXD_OP_FLAG_RD_SRC2_2ND")]
    ReadSource2Input = 0x020000,

    /// <summary>The state is written to the second source at completion.</summary>
    [CName("IDXD_OP_FLAG_WR_SRC2_AECS_COMP")]
    WriteSource2OnCompletion = 0x040000,

    /// <summary>The state is written to the second source only when the output overflows.</summary>
    [CName("IDXD_OP_FLAG_WR_SRC2_AECS_OVFL")]
    WriteSource2OnOverflow = 0x080000,

    /// <summary>The second source is written with the second steering tag.</summary>
    [CName("IDXD_OP_FLAG_SRC2_STS")]
    Source2Steering = 0x100000,

    /// <summary>The checksum is that of RFC 3720 (CRC-32C) and not that of IEEE 802.3.</summary>
    CrcRfc3720 = 0x200000,
}
