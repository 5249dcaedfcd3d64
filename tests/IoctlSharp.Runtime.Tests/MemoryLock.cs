using System;

namespace IoctlSharp.Runtime.Tests;

/// <summary>Makes this thread one that may lock only so much memory, as an unprivileged user's. Capabilities are a thread's own.</summary>
internal static unsafe class MemoryLock
{
    private const int LimitResource = 8; // RLIMIT_MEMLOCK
    private const uint Version = 0x20080522; // _LINUX_CAPABILITY_VERSION_3
    private const int LockCapability = 14; // CAP_IPC_LOCK

    public static void WithLimit(ulong bytes, Action action)
    {
        uint* header = stackalloc uint[2] { Version, 0 };
        uint* before = stackalloc uint[6];
        uint* without = stackalloc uint[6];
        ulong* limitBefore = stackalloc ulong[2];
        Native.GetCapabilities(header, before).ShouldBe(0);
        new Span<uint>(before, 6).CopyTo(new Span<uint>(without, 6));
        without[0] &= ~(1u << LockCapability); // effective
        Native.GetLimit(LimitResource, limitBefore).ShouldBe(0);
        ulong* limit = stackalloc ulong[2] { Math.Min(bytes, limitBefore[1]), limitBefore[1] };
        Native.SetLimit(LimitResource, limit).ShouldBe(0);
        Native.SetCapabilities(header, without).ShouldBe(0);
        try
        {
            action();
        }
        finally
        {
            Native.SetCapabilities(header, before);
            Native.SetLimit(LimitResource, limitBefore);
        }
    }
}
