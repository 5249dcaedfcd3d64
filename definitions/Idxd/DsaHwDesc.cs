namespace IoctlSharp.Idxd;

/// <summary>A descriptor of the Data Streaming Accelerator. What the operation has of its own stands in <see cref="Operands"/>.</summary>
[KernelStruct("dsa_hw_desc", Header = "linux/idxd.h", Packed = true)]
public partial struct DsaHwDesc
{
    [Bits("Pasid", 20), Bits("", 11), Bits("Priv", 1)] private uint _process;
    [Bits("Flags", 24, Type = typeof(IdxdOperationFlags)), Bits("Opcode", 8, Type = typeof(DsaOpcode))] private uint _operation;

    /// <summary>The completion record: 32 bytes, a multiple of 32.</summary>
    [DmaMemory, AlignedTo(32)] public UserPointer CompletionAddr;

    /// <summary>The source; or what the operation takes instead.</summary>
    [Alias("RdbackAddr"), Alias("Pattern"), Alias("DescListAddr"), Alias("PatternLower", Since = "6.12"), Alias("TranslFetchAddr", Since = "6.12")] public ulong SrcAddr;

    /// <summary>The destination; or what the operation takes instead.</summary>
    [Alias("RdbackAddr2"), Alias("Src2Addr"), Alias("CompPattern")] public ulong DstAddr;

    /// <summary>The size in bytes; for a batch the number of descriptors.</summary>
    [Alias("DescCount"), Alias("RegionSize", Since = "6.12")] public uint XferSize;

    /// <summary>The interrupt, with <see cref="IdxdOperationFlags.RequestCompletionInterrupt"/>.</summary>
    public ushort IntHandle;

    [Reserved] private ushort _rsvd1;

    /// <summary>What the operation has of its own.</summary>
    [Union(Anonymous = true, Discriminator = nameof(_operation))] public DsaOperands Operands;
}
