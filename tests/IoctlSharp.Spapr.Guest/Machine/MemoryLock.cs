using System;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace IoctlSharp.Spapr.Guest.Machine;

/// <summary>What this process may lock in memory, and what it has locked.</summary>
internal static unsafe class MemoryLock
{
    private const int Nobody = 65534;
    private const int LimitOfLockedMemory = 8;

    /// <summary>VmLck of this process in bytes.</summary>
    public static ulong Locked
    {
        get
        {
            string line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmLck:", StringComparison.Ordinal));
            return ulong.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
        }
    }

    /// <summary>Makes the calls of an action as an unprivileged effective user, whom the limit binds.</summary>
    public static void AsNobody(ulong limit, Action action)
    {
        ulong* former = stackalloc ulong[2];
        Require(GetLimit(LimitOfLockedMemory, former));
        // The soft limit alone, so that it can be raised again.
        ulong* wanted = stackalloc ulong[2] { limit, Math.Max(limit, former[1]) };
        Require(SetLimit(LimitOfLockedMemory, wanted));
        Require(SetEffectiveUser(Nobody));
        try
        {
            action();
        }
        finally
        {
            Require(SetEffectiveUser(0));
            Require(SetLimit(LimitOfLockedMemory, former));
        }
    }

    private static void Require(int result)
    {
        if (result != 0)
            throw new Win32Exception(Marshal.GetLastWin32Error());
    }

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    private static extern int GetLimit(int resource, ulong* limit);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static extern int SetLimit(int resource, ulong* limit);

    [DllImport("libc", EntryPoint = "seteuid", SetLastError = true)]
    private static extern int SetEffectiveUser(int user);
}
