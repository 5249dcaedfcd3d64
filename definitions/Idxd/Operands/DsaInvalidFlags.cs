namespace IoctlSharp.Idxd;

/// <summary>The flags that were refused.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public partial struct DsaInvalidFlags
{
    [Bits("InvalidFlags", 24, Type = typeof(IdxdOperationFlags)), Bits("", 8)] private uint _flags;
}
