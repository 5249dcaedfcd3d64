namespace IoctlSharp.Idxd;

/// <summary>Operations of the Data Streaming Accelerator.</summary>
[KernelConstants("DSA_OPCODE_", Header = "linux/idxd.h")]
public enum DsaOpcode : byte
{
    /// <summary>Nothing.</summary>
    Noop = 0x00,

    /// <summary>An array of descriptors.</summary>
    Batch = 0x01,

    /// <summary>Waits for what was submitted before.</summary>
    Drain = 0x02,

    /// <summary>Copies memory.</summary>
    [CName("DSA_OPCODE_MEMMOVE")]
    MemoryMove = 0x03,

    /// <summary>Fills memory with a pattern.</summary>
    [CName("DSA_OPCODE_MEMFILL")]
    MemoryFill = 0x04,

    /// <summary>Compares two buffers.</summary>
    Compare = 0x05,

    /// <summary>Compares a buffer with a pattern.</summary>
    [CName("DSA_OPCODE_COMPVAL")]
    CompareValue = 0x06,

    /// <summary>Writes down where two buffers differ.</summary>
    [CName("DSA_OPCODE_CR_DELTA")]
    CreateDelta = 0x07,

    /// <summary>Applies such a record.</summary>
    [CName("DSA_OPCODE_AP_DELTA")]
    ApplyDelta = 0x08,

    /// <summary>Copies to two destinations.</summary>
    [CName("DSA_OPCODE_DUALCAST")]
    DualCast = 0x09,

    /// <summary>Fetches translations ahead of use.</summary>
    [CName("DSA_OPCODE_TRANSL_FETCH")]
    [Since("6.12")]
    TranslationFetch = 0x0a,

    /// <summary>Computes a checksum.</summary>
    [CName("DSA_OPCODE_CRCGEN")]
    CrcGenerate = 0x10,

    /// <summary>Copies and computes a checksum.</summary>
    CopyCrc = 0x11,

    /// <summary>Checks protection information.</summary>
    DifCheck = 0x12,

    /// <summary>Inserts protection information.</summary>
    [CName("DSA_OPCODE_DIF_INS")]
    DifInsert = 0x13,

    /// <summary>Removes protection information.</summary>
    [CName("DSA_OPCODE_DIF_STRP")]
    DifStrip = 0x14,

    /// <summary>Replaces protection information.</summary>
    [CName("DSA_OPCODE_DIF_UPDT")]
    DifUpdate = 0x15,

    /// <summary>Generates separate protection information.</summary>
    [CName("DSA_OPCODE_DIX_GEN")]
    [Since("6.12")]
    DixGenerate = 0x17,

    /// <summary>Flushes caches.</summary>
    [CName("DSA_OPCODE_CFLUSH")]
    CacheFlush = 0x20,
}
