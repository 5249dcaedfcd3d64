using IoctlSharp.Interop;
#if NET
using System.Runtime.Intrinsics.X86;
#else
using System;
using System.IO;
using System.Linq;
#endif

namespace IoctlSharp.Idxd;

/// <summary>Which of the instructions that submit descriptors this processor has, and this 64-bit x86 process can use.</summary>
public static class IdxdInstructions
{
    /// <summary><c>ENQCMD</c>, for shared queues: CPUID.7.0:ECX, bit 29.</summary>
    public static bool HasEnqcmd { get; } = Has(29, "enqcmd");

    /// <summary><c>MOVDIR64B</c>, for dedicated queues: CPUID.7.0:ECX, bit 28.</summary>
    public static bool HasMovdir64B { get; } = Has(28, "movdir64b");

#if NET
    private static bool Has(int bit, string flag)
        => ProcessAbi.Current == LinuxAbi.X86_64 && X86Base.IsSupported && X86Base.CpuId(0, 0).Eax >= 7 && ((uint)X86Base.CpuId(7, 0).Ecx >> bit & 1) != 0;
#else
    // Nothing in netstandard2.0 asks the processor itself.
    private static bool Has(int bit, string flag)
    {
        try
        {
            return ProcessAbi.Current == LinuxAbi.X86_64
                && File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("flags", StringComparison.Ordinal)).Split(' ').Contains(flag);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }
#endif
}
