using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A memfd: memory that is a file, and so outlives the process that mapped it.</summary>
internal static class MemoryFile
{
    private const uint CloseOnExec = 1;

    public static SafeFileHandle Create(ReadOnlySpan<byte> content)
    {
        int fd = MemfdCreate("ioctlsharp", CloseOnExec);
        if (fd < 0)
            throw new IOException($"memfd_create failed with {(Errno)Marshal.GetLastPInvokeError()}.");
        SafeFileHandle file = new(fd, ownsHandle: true);
        RandomAccess.Write(file, content, 0);
        return file;
    }

    [DllImport("libc", EntryPoint = "memfd_create", SetLastError = true)]
    private static extern int MemfdCreate([MarshalAs(UnmanagedType.LPStr)] string name, uint flags);
}
