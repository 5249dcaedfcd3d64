using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>
/// The C library. Blittable signatures only, so that a call compiles to a call. Where the runtime can read errno itself (.NET 6 and later) nothing
/// is saved on the way; Mono and older runtimes save it for every call.
/// </summary>
internal static unsafe class Libc
{
    // Not "libc.so.6", which musl does not have; the runtimes know what "libc" means.
    private const string Library = "libc";

#if NET
    private const bool SavesErrno = false;
#else
    private const bool SavesErrno = true;
#endif

    [DllImport(Library, EntryPoint = "ioctl", SetLastError = SavesErrno)]
    public static extern int Ioctl(int fd, nuint request, void* argument);

    // glibc's ioctl is variadic, and on ppc64le it stores its argument registers into the caller's parameter save area. The ELFv2 ABI makes a
    // caller allocate that area only for a variadic callee or for more than eight arguments: nine make it exist.
    [DllImport(Library, EntryPoint = "ioctl", SetLastError = SavesErrno)]
    public static extern int IoctlWithSaveArea(int fd, nuint request, void* argument, nint a4, nint a5, nint a6, nint a7, nint a8, nint a9);

    // Variadic too.
    [DllImport(Library, EntryPoint = "open", SetLastError = SavesErrno)]
    public static extern int Open(byte* path, int flags, uint mode);

    [DllImport(Library, EntryPoint = "open", SetLastError = SavesErrno)]
    public static extern int OpenWithSaveArea(byte* path, int flags, uint mode, nint a4, nint a5, nint a6, nint a7, nint a8, nint a9);

    // Variadic too.
    [DllImport(Library, EntryPoint = "fcntl", SetLastError = SavesErrno)]
    public static extern int Fcntl(int fd, int command, nint argument);

    [DllImport(Library, EntryPoint = "fcntl", SetLastError = SavesErrno)]
    public static extern int FcntlWithSaveArea(int fd, int command, nint argument, nint a4, nint a5, nint a6, nint a7, nint a8, nint a9);

    [DllImport(Library, EntryPoint = "close", SetLastError = SavesErrno)]
    public static extern int Close(int fd);

    [DllImport(Library, EntryPoint = "read", SetLastError = SavesErrno)]
    public static extern nint Read(int fd, byte* buffer, nuint count);

    [DllImport(Library, EntryPoint = "write", SetLastError = SavesErrno)]
    public static extern nint Write(int fd, byte* buffer, nuint count);

    [DllImport(Library, EntryPoint = "pread", SetLastError = SavesErrno)]
    public static extern nint Pread(int fd, byte* buffer, nuint count, nint offset);

    [DllImport(Library, EntryPoint = "pwrite", SetLastError = SavesErrno)]
    public static extern nint Pwrite(int fd, byte* buffer, nuint count, nint offset);

    [DllImport(Library, EntryPoint = "mmap", SetLastError = SavesErrno)]
    public static extern nint Mmap(void* address, nuint length, int protection, int flags, int fd, nint offset);

    // 32-bit machines: off_t has 32 bits, and a device's region offsets need 64.
    [DllImport(Library, EntryPoint = "pread64", SetLastError = SavesErrno)]
    public static extern nint Pread64(int fd, byte* buffer, nuint count, long offset);

    [DllImport(Library, EntryPoint = "pwrite64", SetLastError = SavesErrno)]
    public static extern nint Pwrite64(int fd, byte* buffer, nuint count, long offset);

    [DllImport(Library, EntryPoint = "mmap64", SetLastError = SavesErrno)]
    public static extern nint Mmap64(void* address, nuint length, int protection, int flags, int fd, long offset);

    [DllImport(Library, EntryPoint = "munmap", SetLastError = SavesErrno)]
    public static extern int Munmap(nint address, nuint length);

    [DllImport(Library, EntryPoint = "madvise", SetLastError = SavesErrno)]
    public static extern int Madvise(nint address, nuint length, int advice);

    [DllImport(Library, EntryPoint = "mlock", SetLastError = SavesErrno)]
    public static extern int Mlock(nint address, nuint length);

    [DllImport(Library, EntryPoint = "getpagesize", SetLastError = SavesErrno)]
    public static extern int PageSize();

    [DllImport(Library, EntryPoint = "uname", SetLastError = SavesErrno)]
    public static extern int Uname(byte* names);

    [DllImport(Library, EntryPoint = "personality", SetLastError = SavesErrno)]
    public static extern int Personality(nuint persona);

    [DllImport(Library, EntryPoint = "eventfd", SetLastError = SavesErrno)]
    public static extern int EventFd(uint count, int flags);

    [DllImport(Library, EntryPoint = "poll", SetLastError = SavesErrno)]
    public static extern int Poll(PollFd* fds, nuint count, int milliseconds);
}
