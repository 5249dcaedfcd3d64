namespace IoctlSharp.Idxd;

/// <summary>A completion record as four words.</summary>
[KernelStruct("dsa_raw_completion_record", Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct DsaRawCompletionRecord
{
    private fixed ulong _field[4];
}
