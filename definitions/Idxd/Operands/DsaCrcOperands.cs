namespace IoctlSharp.Idxd;

/// <summary>What a checksum has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public partial struct DsaCrcOperands
{
    /// <summary>The seed.</summary>
    public uint CrcSeed;

    [Reserved] private uint _crcRsvd;

    /// <summary>The address of the seed, where the flags say that it is read from memory.</summary>
    public ulong SeedAddr;
}
