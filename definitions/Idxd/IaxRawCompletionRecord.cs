namespace IoctlSharp.Idxd;

/// <summary>A completion record as eight words.</summary>
[KernelStruct("iax_raw_completion_record", Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct IaxRawCompletionRecord
{
    private fixed ulong _field[8];
}
