using System.Runtime.InteropServices;

namespace IoctlSharp.Idxd;

/// <summary>What each operation of the Data Streaming Accelerator says besides: 16 bytes.</summary>
[KernelUnion(Header = "linux/idxd.h", Packed = true), StructLayout(LayoutKind.Explicit)]
public unsafe partial struct DsaResults
{
    // The flags that were refused.
    [FieldOffset(0), Bits("InvalidFlags", 24, Type = typeof(IdxdOperationFlags)), Bits("", 8)] private uint _invalid;

    /// <summary>The size in bytes of the delta record made.</summary>
    [FieldOffset(0)] public uint DeltaRecSize;

    /// <summary>The checksum.</summary>
    [FieldOffset(0)] [CName("crc_val")] public ulong CrcValue;

    /// <summary>Of a check of protection information.</summary>
    [FieldOffset(0)] public DsaDifCheckResults DifCheck;

    /// <summary>Of an insertion of protection information.</summary>
    [FieldOffset(0)] public DsaDifInsertResults DifInsert;

    /// <summary>Of an update of protection information.</summary>
    [FieldOffset(0)] public DsaDifUpdateResults DifUpdate;

    /// <summary>Of separate protection information.</summary>
    [FieldOffset(0)] public DsaDixGenerateResults DixGenerate;

    [FieldOffset(0)] private fixed byte _opSpecific[16];
}
