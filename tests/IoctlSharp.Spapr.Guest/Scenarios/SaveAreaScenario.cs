using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;
using IoctlSharp.Spapr.Guest.Machine;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>
/// glibc's variadic ioctl stores an argument into its caller's parameter save area on ppc64le, which a caller with a prototype of three fixed arguments
/// need not have. The library calls it with nine, and so has one.
/// </summary>
internal static unsafe class SaveAreaScenario
{
    private const int Slots = 8;
    private const nint Argument = 0x1122_3344;

    public static void Run(Checks checks, Platform platform)
    {
        if (!platform.IsPower)
        {
            checks.True("this machine's ABI has no such area", ProcessAbi.Current == LinuxAbi.X86_64);
            return;
        }

        ShowWhatGlibcDoes(checks);
        MethodInfo method = typeof(IoctlCall).Assembly.GetType("IoctlSharp.Interop.Libc", throwOnError: true)
            .GetMethod("IoctlWithSaveArea", BindingFlags.Public | BindingFlags.Static)!;
        checks.Equal("fixed arguments of the library's prototype of ioctl", 9, method.GetParameters().Length);
        checks.True("none of them narrower than what the area holds for it", method.GetParameters().Skip(1).All(parameter => parameter.ParameterType.IsPointer || parameter.ParameterType == typeof(IntPtr) || parameter.ParameterType == typeof(UIntPtr)));

        using ExecutableMemory code = new(PowerCode.OverwriteSaveArea);
        var overwrite = (delegate* unmanaged[Cdecl]<int, nuint, void*, nint, nint, nint, nint, nint, nint, nint>)code.Entry;
        int wrong = 0;
        // Often enough for the frames of compiled callers of every depth of the stack.
        for (int i = 1; i <= 500; i++)
        {
            if (!KeepsItsFrame(overwrite, i) || !KeepsItsStackAllocation(overwrite, i))
                wrong++;
        }

        checks.Equal("callers of that prototype damaged when the callee overwrites the whole area", 0, wrong);
    }

    // Why it matters at all: the argument is in the third doubleword of the area afterwards.
    private static void ShowWhatGlibcDoes(Checks checks)
    {
        using ExecutableMemory code = new(PowerCode.ShowSaveArea);
        var show = (delegate* unmanaged[Cdecl]<void*, ulong*, nint, nint, nint, void>)code.Entry;
        ulong* area = stackalloc ulong[Slots];
        show(Symbol(null, "ioctl"), area, -1, 0, Argument);
        for (int slot = 0; slot < Slots; slot++)
            checks.Hexadecimal($"doubleword {slot} of the area after glibc's ioctl", slot == 2 ? (ulong)Argument : PowerCode.Canary, area[slot]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool KeepsItsFrame(delegate* unmanaged[Cdecl]<int, nuint, void*, nint, nint, nint, nint, nint, nint, nint> overwrite, long seed)
    {
        long a = seed * 3, b = seed * 5, c = seed * 7, d = seed * 11, e = seed * 13, f = seed * 17, g = seed * 19, h = seed * 23, i = seed * 29, j = seed * 31;
        double x = seed * 0.5, y = seed * 0.25;
        nint ninth = overwrite((int)seed, (nuint)seed, null, 4, 5, 6, 7, 8, (nint)seed);
        return ninth == (nint)seed && a == seed * 3 && b == seed * 5 && c == seed * 7 && d == seed * 11 && e == seed * 13 && f == seed * 17
            && g == seed * 19 && h == seed * 23 && i == seed * 29 && j == seed * 31 && x == seed * 0.5 && y == seed * 0.25;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool KeepsItsStackAllocation(delegate* unmanaged[Cdecl]<int, nuint, void*, nint, nint, nint, nint, nint, nint, nint> overwrite, int seed)
    {
        Span<int> canaries = stackalloc int[16 + (seed % 64)];
        canaries.Fill(seed);
        nint ninth = overwrite(seed, (nuint)seed, null, 4, 5, 6, 7, 8, seed);
        return ninth == seed && canaries.ToArray().All(canary => canary == seed);
    }

    [DllImport("libc", EntryPoint = "dlsym", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern void* Symbol(void* library, [MarshalAs(UnmanagedType.LPStr)] string name);
}
