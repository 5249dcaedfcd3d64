namespace IoctlSharp.Idxd;

/// <summary>The flags that were refused. In C an unnamed struct.</summary>
[KernelStruct("dsa_completion_record::invalid", Header = "linux/idxd.h", Packed = true)]
public partial struct DsaInvalidFlags
{
    [Bits("InvalidFlags", 24, Type = typeof(IdxdOperationFlags)), Bits("", 8)] private uint _flags;
}
