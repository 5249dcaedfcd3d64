namespace IoctlSharp.Generator.Layout;

/// <summary>The three C data models that Linux ABIs use.</summary>
public enum DataModel
{
    /// <summary>64-bit pointers and longs, 8-byte aligned u64: x86-64, aarch64, riscv64, s390x, ppc64le, mips64, sparc64, loongarch64.</summary>
    Lp64,

    /// <summary>32-bit pointers and longs, 8-byte aligned u64: arm (EABI), mips, powerpc.</summary>
    Ilp32,

    /// <summary>32-bit pointers and longs, 4-byte aligned u64: i386 alone.</summary>
    I386,
}
