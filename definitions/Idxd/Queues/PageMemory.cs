using System.IO;
using System.Runtime.InteropServices;

namespace IoctlSharp.Idxd;

/// <summary>Private pages of this process, and what they may be used for. Only on x86-64: the flags have its values.</summary>
internal static unsafe class PageMemory
{
    public const int ProtRead = 1;
    public const int ProtWrite = 2;
    public const int ProtExecute = 4;

    private const int MapPrivateAnonymous = 0x22;
    private const int AdviseWipeOnFork = 18;

    public static byte* Map(nuint length)
    {
        nint address = Mmap(0, length, ProtRead | ProtWrite, MapPrivateAnonymous, -1, 0);
        return address != -1 ? (byte*)address : throw Failure("Mapping a page (mmap)");
    }

    public static Errno Protect(byte* page, nuint length, int protection) => Mprotect((nint)page, length, protection) == 0 ? Errno.None : LastError;

    /// <summary>A child process finds zeros in the page.</summary>
    public static void WipeOnFork(byte* page, nuint length)
    {
        if (Madvise((nint)page, length, AdviseWipeOnFork) != 0)
            throw Failure("Having a page cleared in child processes (madvise MADV_WIPEONFORK)");
    }

    private static Errno LastError => (Errno)Marshal.GetLastWin32Error();

    private static IOException Failure(string operation)
    {
        Errno error = LastError;
        return new IOException($"{operation} failed with {error.Name()} ({(int)error}, {error.Text()}).", (int)error);
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Mmap(nint address, nuint length, int protection, int flags, int fd, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Mprotect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "madvise", SetLastError = true)]
    private static extern int Madvise(nint address, nuint length, int advice);
}
