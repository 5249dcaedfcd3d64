namespace IoctlSharp.Idxd;

/// <summary>Operations of the In-Memory Analytics Accelerator.</summary>
[KernelConstants("IAX_OPCODE_", Header = "linux/idxd.h")]
public enum IaxOpcode : byte
{
    /// <summary>Nothing.</summary>
    Noop = 0x00,

    /// <summary>Waits for what was submitted before.</summary>
    Drain = 0x02,

    /// <summary>Copies memory.</summary>
    [CName("IAX_OPCODE_MEMMOVE")]
    MemoryMove = 0x03,

    /// <summary>Decompresses.</summary>
    Decompress = 0x42,

    /// <summary>Compresses.</summary>
    Compress = 0x43,

    /// <summary>Computes a 64-bit checksum.</summary>
    Crc64 = 0x44,

    /// <summary>Expands zeros of 32 bits.</summary>
    [CName("IAX_OPCODE_ZERO_DECOMP_32")]
    ZeroDecomp32 = 0x48,

    /// <summary>Expands zeros of 16 bits.</summary>
    [CName("IAX_OPCODE_ZERO_DECOMP_16")]
    ZeroDecomp16 = 0x49,

    /// <summary>Folds zeros of 32 bits.</summary>
    [CName("IAX_OPCODE_ZERO_COMP_32")]
    ZeroComp32 = 0x4c,

    /// <summary>Folds zeros of 16 bits.</summary>
    [CName("IAX_OPCODE_ZERO_COMP_16")]
    ZeroComp16 = 0x4d,

    /// <summary>Finds elements in a range.</summary>
    Scan = 0x50,

    /// <summary>Finds elements in a set.</summary>
    SetMember = 0x51,

    /// <summary>Takes out a range of elements.</summary>
    Extract = 0x52,

    /// <summary>Takes out the elements of a bit vector.</summary>
    Select = 0x53,

    /// <summary>Expands runs.</summary>
    RleBurst = 0x54,

    /// <summary>Says which elements occur.</summary>
    FindUnique = 0x55,

    /// <summary>Puts elements where a bit vector says.</summary>
    Expand = 0x56,
}
