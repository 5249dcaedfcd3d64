using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace IoctlSharp.Spapr.Guest.Machine;

/// <summary>A page of machine code.</summary>
internal sealed unsafe class ExecutableMemory : IDisposable
{
    private const int Size = 4096;
    private const int ProtRead = 1;
    private const int ProtWrite = 2;
    private const int ProtExec = 4;
    private const int MapPrivateAnonymous = 0x22;

    private readonly void* _page;

    public ExecutableMemory(params uint[] instructions)
    {
        _page = Mmap(null, Size, ProtRead | ProtWrite, MapPrivateAnonymous, -1, 0);
        if (_page == (void*)-1)
            throw new Win32Exception(Marshal.GetLastWin32Error());
        instructions.CopyTo(new Span<uint>(_page, Size / sizeof(uint)));
        if (Mprotect(_page, Size, ProtRead | ProtExec) != 0)
            throw new Win32Exception(Marshal.GetLastWin32Error());
    }

    public void* Entry => _page;

    public void Dispose() => Munmap(_page, Size);

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern void* Mmap(void* address, nuint length, int protection, int flags, int fd, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Mprotect(void* address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Munmap(void* address, nuint length);
}
