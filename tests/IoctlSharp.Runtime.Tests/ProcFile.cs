using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace IoctlSharp.Runtime.Tests;

/// <summary>What the kernel says of this process.</summary>
internal static class ProcFile
{
    private const int CloseOnExec = 0x80000;
    private const string Anonymous = "anon_inode:";

    // The runtime opens files of its own whenever it loads an assembly: a count or a number says nothing without what is open.
    public static int OpenFileCount(string target) => Directory.GetFileSystemEntries("/proc/self/fd").Count(path => Target(path)?.StartsWith(target, StringComparison.Ordinal) == true);

    public static bool IsOpen(int fd) => Target($"/proc/self/fd/{fd}") is { } target && (target.StartsWith(TestFile.MemoryTarget, StringComparison.Ordinal) || target.StartsWith(Anonymous, StringComparison.Ordinal));

    public static bool IsCloseOnExec(int fd)
    {
        string flags = File.ReadLines($"/proc/self/fdinfo/{fd}").First(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return (Convert.ToInt32(flags.Split('\t', ' ').Last(), 8) & CloseOnExec) != 0;
    }

    // An address that was freed may belong to something else at once: what is mapped there must be what was.
    public static bool IsMemoryFileMapped(ulong address) => File.ReadLines("/proc/self/maps").Any(line => Holds(line, address) && line.Contains(TestFile.MemoryTarget, StringComparison.Ordinal));

    public static bool IsDmaMemory(ulong address) => MappingFlags(address).Contains("dc");

    public static bool HasMappingOf(ulong size) => File.ReadLines("/proc/self/maps").Any(line =>
    {
        string[] range = line.Split(' ')[0].Split('-');
        return Parse(range[1]) - Parse(range[0]) == size;
    });

    // The two-letter flags of the mapping that holds the address.
    public static string[] MappingFlags(ulong address)
    {
        bool found = false;
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            if (line.Split(' ')[0].Contains('-', StringComparison.Ordinal))
                found = Holds(line, address);
            else if (found && line.StartsWith("VmFlags:", StringComparison.Ordinal))
                return line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        return [];
    }

    private static bool Holds(string line, ulong address)
    {
        string[] range = line.Split(' ')[0].Split('-');
        return Parse(range[0]) <= address && address < Parse(range[1]);
    }

    private static string? Target(string path) => new FileInfo(path).LinkTarget;

    private static ulong Parse(string hex) => ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
