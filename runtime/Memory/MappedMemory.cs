using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>mmap with 64-bit offsets on every machine.</summary>
internal static unsafe class MappedMemory
{
    // -1 on failure, errno set.
    public static nint Map(nuint size, int protection, int flags, int fd, ulong offset) => sizeof(nint) == sizeof(long)
        ? Libc.Mmap(null, size, protection, flags, fd, (nint)offset)
        : Libc.Mmap64(null, size, protection, flags, fd, (long)offset);
}
