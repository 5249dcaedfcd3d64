using System.Runtime.InteropServices;

namespace IoctlSharp.Idxd;

/// <summary>What each operation of the Data Streaming Accelerator has of its own: 24 bytes.</summary>
[KernelUnion(Header = "linux/idxd.h", Packed = true), StructLayout(LayoutKind.Explicit)]
public unsafe partial struct DsaOperands
{
    /// <summary>The result at which a chain goes on.</summary>
    [FieldOffset(0), Arm(DsaOpcode.Compare), Arm(DsaOpcode.CompareValue)] public byte ExpectedRes;

    /// <summary>Of delta records.</summary>
    [FieldOffset(0), Arm(DsaOpcode.CreateDelta)] public DsaDeltaOperands Delta;

    /// <summary>The size in bytes of the delta record to apply.</summary>
    [FieldOffset(0), Arm(DsaOpcode.ApplyDelta)] public uint DeltaRecSize;

    /// <summary>The second destination of a dual cast.</summary>
    [FieldOffset(0), Arm(DsaOpcode.DualCast)] public ulong Dest2;

    /// <summary>Of checksums.</summary>
    [FieldOffset(0), Arm(DsaOpcode.CrcGenerate), Arm(DsaOpcode.CopyCrc)] public DsaCrcOperands Crc;

    /// <summary>Of a check of protection information.</summary>
    [FieldOffset(0), Arm(DsaOpcode.DifCheck), Arm(DsaOpcode.DifStrip)] public DsaDifCheckOperands DifCheck;

    /// <summary>Of an insertion of protection information.</summary>
    [FieldOffset(0), Arm(DsaOpcode.DifInsert)] public DsaDifInsertOperands DifInsert;

    /// <summary>Of an update of protection information.</summary>
    [FieldOffset(0), Arm(DsaOpcode.DifUpdate)] public DsaDifUpdateOperands DifUpdate;

    /// <summary>The upper half of a pattern.</summary>
    [FieldOffset(0), Since("6.12"), Arm(DsaOpcode.MemoryFill)] public ulong PatternUpper;

    /// <summary>Of a translation fetch.</summary>
    [FieldOffset(0), Arm(DsaOpcode.TranslationFetch)] public DsaTranslationFetchOperands TranslationFetch;

    /// <summary>Of separate protection information.</summary>
    [FieldOffset(0), Arm(DsaOpcode.DixGenerate)] public DsaDixGenerateOperands DixGenerate;

    [FieldOffset(0)] private fixed byte _opSpecific[24];
}
