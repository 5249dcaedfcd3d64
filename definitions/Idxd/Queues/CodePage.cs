using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace IoctlSharp.Idxd;

/// <summary>
/// The instructions that C# has no intrinsic for, as functions <c>int (void *slot, const void *descriptor)</c> of the C calling convention; 0 for accepted. Their pages are
/// mapped writable, then executable, never both, and stay until the process ends.
/// </summary>
internal static unsafe class CodePage
{
    // What gcc makes of _mm_sfence(); return _enqcmd(slot, descriptor): the fence makes what was written before visible to the device first, and ENQCMD
    // sets ZF when the device did not take the descriptor.
    public static readonly byte[] EnqcmdCode =
    [
        0x0f, 0xae, 0xf8,             // sfence
        0x31, 0xc0,                   // xor eax, eax
        0xf2, 0x0f, 0x38, 0xf8, 0x3e, // enqcmd rdi, [rsi]
        0x0f, 0x94, 0xc0,             // sete al
        0xc3,                         // ret
    ];

    // _mm_sfence(); _movdir64b(slot, descriptor); return 0;
    public static readonly byte[] Movdir64BCode =
    [
        0x0f, 0xae, 0xf8,             // sfence
        0x31, 0xc0,                   // xor eax, eax
        0x66, 0x0f, 0x38, 0xf8, 0x3e, // movdir64b rdi, [rsi]
        0xc3,                         // ret
    ];

    private static readonly Lazy<IntPtr> s_enqcmd = new(() => Map(EnqcmdCode), LazyThreadSafetyMode.ExecutionAndPublication);
    private static readonly Lazy<IntPtr> s_movdir64B = new(() => Map(Movdir64BCode), LazyThreadSafetyMode.ExecutionAndPublication);

    public static IntPtr Enqcmd => s_enqcmd.Value;

    public static IntPtr Movdir64B => s_movdir64B.Value;

    public static IntPtr Map(byte[] code)
    {
        nuint length = (nuint)Environment.SystemPageSize;
        byte* page = PageMemory.Map(length);
        Marshal.Copy(code, 0, (IntPtr)page, code.Length);
        Errno error = PageMemory.Protect(page, length, PageMemory.ProtRead | PageMemory.ProtExecute);
        return error == Errno.None ? (IntPtr)page : throw new IOException(
            $"Making memory executable (mprotect) failed with {error.Name()} ({(int)error}, {error.Text()}): code that was written by the process itself may not run here, which SELinux calls execmem, and without it no instruction reaches a portal.", (int)error);
    }
}
