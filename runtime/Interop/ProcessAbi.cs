using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.InteropServices;
#endif

namespace IoctlSharp.Interop;

/// <summary>The ABI of this process. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProcessAbi
{
#if NET
    // Named from .NET 9 on.
    private const Architecture RiscV64 = (Architecture)9;

    /// <summary>The ABI of this process; a constant to the JIT.</summary>
    /// <exception cref="PlatformNotSupportedException">The machine is not in <see cref="LinuxAbi"/>: neither numbers nor layouts are known for it.</exception>
    public static LinuxAbi Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => LinuxAbi.X86_64,
            Architecture.X86 => LinuxAbi.I386,
            Architecture.Arm64 => LinuxAbi.AArch64,
            Architecture.Arm or Architecture.Armv6 => LinuxAbi.Arm,
            Architecture.S390x => LinuxAbi.S390x,
            Architecture.LoongArch64 => LinuxAbi.LoongArch64,
            Architecture.Ppc64le => LinuxAbi.Ppc64le,
            RiscV64 => LinuxAbi.RiscV64,
            _ => Unknown(),
        };
    }

    private static LinuxAbi Unknown() => throw new PlatformNotSupportedException(
        $"No command numbers and struct layouts are known for the architecture {RuntimeInformation.ProcessArchitecture}: IoctlSharp.LinuxAbi lists those that are.");
#else
    /// <summary>The ABI of this process: what <c>/proc/self/exe</c> says, since Mono answers X64 on POWER.</summary>
    /// <exception cref="PlatformNotSupportedException">The machine is not in <see cref="LinuxAbi"/>: neither numbers nor layouts are known for it.</exception>
    public static LinuxAbi Current => ElfMachine.OfThisProcess;
#endif

    /// <summary>One of three values by the data model of this process.</summary>
    /// <param name="lp64">64-bit pointers and longs.</param>
    /// <param name="ilp32">32-bit, 64-bit integers aligned to 8 bytes.</param>
    /// <param name="i386">32-bit, 64-bit integers aligned to 4 bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select<T>(T lp64, T ilp32, T i386)
    {
        LinuxAbi abi = Current;
        return abi == LinuxAbi.I386 ? i386 : abi == LinuxAbi.Arm ? ilp32 : lp64;
    }

    // powerpc, mips and sparc encode command numbers in their own way.
    internal static bool EncodesDirectionInThreeBits(LinuxAbi abi) => abi is LinuxAbi.Ppc64le or LinuxAbi.Mips64el or LinuxAbi.Sparc64;
}
