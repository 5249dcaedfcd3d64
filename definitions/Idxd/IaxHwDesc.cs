namespace IoctlSharp.Idxd;

/// <summary>A descriptor of the In-Memory Analytics Accelerator.</summary>
[KernelStruct("iax_hw_desc", Header = "linux/idxd.h", Packed = true)]
public partial struct IaxHwDesc
{
    [Bits("Pasid", 20), Bits("", 11), Bits("Priv", 1)] private uint _process;
    [Bits("Flags", 24, Type = typeof(IdxdOperationFlags)), Bits("Opcode", 8, Type = typeof(IaxOpcode))] private uint _operation;

    /// <summary>The completion record: 64 bytes, a multiple of 64.</summary>
    [DmaMemory, AlignedTo(64)] public UserPointer CompletionAddr;

    /// <summary>The first source.</summary>
    [DmaMemory] public UserPointer Src1Addr;

    /// <summary>The destination.</summary>
    [DmaMemory] public UserPointer DstAddr;

    /// <summary>The size of the first source in bytes.</summary>
    public uint Src1Size;

    /// <summary>The interrupt, with <see cref="IdxdOperationFlags.RequestCompletionInterrupt"/>.</summary>
    public ushort IntHandle;

    /// <summary>How it compresses or decompresses.</summary>
    [Alias("DecomprFlags")] public ushort ComprFlags;

    /// <summary>The second source.</summary>
    [DmaMemory] public UserPointer Src2Addr;

    /// <summary>The size of the destination in bytes.</summary>
    public uint MaxDstSize;

    /// <summary>The size of the second source in bytes.</summary>
    public uint Src2Size;

    /// <summary>How a filter works.</summary>
    public uint FilterFlags;

    /// <summary>The number of a filter's elements.</summary>
    public uint NumInputs;
}
