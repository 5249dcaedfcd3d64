// M021: The size field is that of another struct
// Seen in: DPDK lib/eal/linux/eal_vfio.c:1543
// Outcome: IOCTL4015

internal struct TceCreate { public uint argsz; public uint flags; public uint page_shift; public uint resv1; public ulong window_size; public uint levels; public uint resv2; public ulong start_addr; }

internal struct TceRemove { public uint argsz; public uint flags; public ulong start_addr; }

internal static class Windows
{
    public static TceRemove Remove(ulong start) => new() { argsz = [|(uint)Marshal.SizeOf<TceCreate>()|], start_addr = start };
}
