using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu.Tests;

/// <summary>The open files of this process.</summary>
internal static class Descriptors
{
    private const int CloseOnExec = 0x80000;

    public static int Count() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    public static bool IsClosedOnExec(SafeHandle handle)
    {
        string line = File.ReadLines($"/proc/self/fdinfo/{handle.DangerousGetHandle()}").Single(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return (Convert.ToInt32(line["flags:".Length..].Trim(), fromBase: 8) & CloseOnExec) != 0;
    }
}
