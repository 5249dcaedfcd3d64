using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Interop;

/// <summary>
/// Refuses structs whose bytes would not be where the kernel looks for them. Only 32-bit processes have any; elsewhere the checks fold away. Called
/// by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayoutGuard
{
    /// <summary>Whether this is an i386 process: the runtime may lay out there what C declares <c>__aligned_u64</c> as if it were not.</summary>
    public static bool IsI386
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ProcessAbi.Select(lp64: false, ilp32: false, i386: true);
    }

    /// <summary>Whether this process has a layout of its own for a struct that its 64-bit kernel does not translate.</summary>
    /// <param name="ilp32">32-bit processes with 64-bit integers aligned to 8 bytes have one.</param>
    /// <param name="i386">i386 processes have one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMisread(bool ilp32, bool i386) => ProcessAbi.Select(lp64: false, ilp32, i386) && KernelWidth.Is64Bit;

    /// <summary>The error for a struct that the kernel would misread.</summary>
    /// <param name="name">The struct.</param>
    public static Exception Misread(string name) => new PlatformNotSupportedException(
        $"'{name}' has another layout in a 32-bit process, and the driver of a 64-bit kernel takes it untranslated: run this as a 64-bit process.");

    /// <summary>The error for a struct to which the runtime gives another layout than C.</summary>
    /// <param name="name">The struct.</param>
    public static Exception DiffersFromC(string name) => new PlatformNotSupportedException(
        $"'{name}' has another layout on i386 than C gives it (IOCTL2005 said so): declare its padding as [Reserved] fields, or run this as a 64-bit process.");

    // Read from an answer of the kernel, without a call that names it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check<T>()
        where T : unmanaged
    {
        if (ProcessAbi.Select(lp64: false, ilp32: true, i386: true) && default(T) is IUntranslated { IsMisread: true })
            throw Misread(typeof(T).Name);
    }
}
