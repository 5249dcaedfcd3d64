namespace IoctlSharp.Abi.Probe.Declarations;

#pragma warning disable IOCTL2005 // On i386 the runtime has another layout than C: the call must be refused.

/// <summary>A struct that C# cannot lay out as C on i386.</summary>
[KernelStruct("probe_misaligned")]
internal partial struct Misaligned
{
    public uint Kind;
    [Aligned(8)] public ulong Start;
}
