namespace IoctlSharp;

/// <summary>A Linux ABI: it decides the number of a command (encoding) and the layout of a struct (data model).</summary>
public enum LinuxAbi
{
    /// <summary>x86-64.</summary>
    X86_64,

    /// <summary>i386: 32-bit, and alone in aligning 64-bit integers to 4 bytes.</summary>
    I386,

    /// <summary>64-bit Arm.</summary>
    AArch64,

    /// <summary>32-bit Arm, EABI.</summary>
    Arm,

    /// <summary>64-bit RISC-V.</summary>
    RiscV64,

    /// <summary>IBM Z, 64-bit, big-endian.</summary>
    S390x,

    /// <summary>64-bit POWER, little-endian: the other command encoding.</summary>
    Ppc64le,

    /// <summary>64-bit MIPS (n64), little-endian: the other command encoding.</summary>
    Mips64el,

    /// <summary>64-bit SPARC, big-endian: the other command encoding.</summary>
    Sparc64,

    /// <summary>64-bit LoongArch.</summary>
    LoongArch64,
}
