using System;
using System.IO;
using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu.Tests;

/// <summary>This thread without CAP_IPC_LOCK, which exempts from RLIMIT_MEMLOCK, for a while; and another such limit, of the whole process.</summary>
internal sealed class OrdinaryThread : IDisposable
{
    private const uint Version3 = 0x20080522;
    private const uint IpcLock = 1u << 14;
    private const int Memlock = 8;

    private readonly Limits _former;

    public OrdinaryThread(ulong limit)
    {
        if (GetLimit(Memlock, out _former) != 0)
            throw new IOException("getrlimit failed.");
        SetLimit(_former with { Soft = limit });
        Change(capabilities => capabilities & ~IpcLock);
    }

    public void Dispose()
    {
        Change(capabilities => capabilities | IpcLock);
        SetLimit(_former);
    }

    private static void Change(Func<uint, uint> change)
    {
        Header header = new() { Version = Version3 };
        Sets sets = default;
        if (CapGet(ref header, ref sets) != 0)
            throw new IOException("capget failed.");
        sets.Effective = change(sets.Effective);
        if (CapSet(ref header, sets) != 0)
            throw new IOException("capset failed.");
    }

    private static void SetLimit(Limits limits)
    {
        if (SetLimit(Memlock, limits) != 0)
            throw new IOException("setrlimit failed.");
    }

    [DllImport("libc", EntryPoint = "capget")]
    private static extern int CapGet(ref Header header, ref Sets sets);

    [DllImport("libc", EntryPoint = "capset")]
    private static extern int CapSet(ref Header header, in Sets sets);

    [DllImport("libc", EntryPoint = "getrlimit")]
    private static extern int GetLimit(int resource, out Limits limits);

    [DllImport("libc", EntryPoint = "setrlimit")]
    private static extern int SetLimit(int resource, in Limits limits);

    private record struct Limits(ulong Soft, ulong Hard);

    private struct Header
    {
        public uint Version;
        public int Pid;
    }

    // Capabilities 0 to 31, and then 32 to 63.
    private struct Sets
    {
        public uint Effective;
        public uint Permitted;
        public uint Inheritable;
        public uint HighEffective;
        public uint HighPermitted;
        public uint HighInheritable;
    }
}
