namespace IoctlSharp.Idxd;

/// <summary>A descriptor as eight words.</summary>
[KernelStruct("dsa_raw_desc", Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct DsaRawDesc
{
    private fixed ulong _field[8];
}
