using System;
using System.IO;
using System.Runtime.InteropServices;

namespace IoctlSharp.Vfio.Tests;

/// <summary>A page that this process may only read.</summary>
internal sealed class ReadOnlyMemoryMapping : IDisposable
{
    private const int ProtectionRead = 1;
    private const int PrivateAnonymous = 0x22;

    private readonly nint _address;

    public ReadOnlyMemoryMapping()
    {
        _address = Mmap(0, (nuint)Size, ProtectionRead, PrivateAnonymous, -1, 0);
        if (_address == -1)
            throw new IOException("mmap failed.");
    }

    public ulong Size => (ulong)Environment.SystemPageSize;

    public UserPointer Address => (UserPointer)_address;

    public void Dispose() => _ = Munmap(_address, (nuint)Size);

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Mmap(nint address, nuint length, int protection, int flags, int fd, nint offset);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Munmap(nint address, nuint length);
}
