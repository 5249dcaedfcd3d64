namespace IoctlSharp.Idxd;

/// <summary>What a translation fetch has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
[Since("6.12")]
public partial struct DsaTranslationFetchOperands
{
    [Reserved] private ulong _translFetchRes;

    /// <summary>From one region to the next, in bytes.</summary>
    public uint RegionStride;
}
