namespace IoctlSharp.Generator.Layout;

/// <summary>The Linux ABIs that the engine knows. Kept equal to the runtime's enum of the same name by a test.</summary>
public enum LinuxAbi
{
    X86_64,
    I386,
    AArch64,
    Arm,
    RiscV64,
    S390x,
    Ppc64le,
    Mips64el,
    Sparc64,
    LoongArch64,
}
