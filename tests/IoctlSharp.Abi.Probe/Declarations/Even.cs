namespace IoctlSharp.Abi.Probe.Declarations;

/// <summary>A struct that is the same everywhere.</summary>
[KernelStruct("probe_even", Untranslated = true)]
internal partial struct Even
{
    public ulong Start;
    public ulong Length;
}
