using System.Runtime.CompilerServices;
using System.Threading;
using IoctlSharp;

/// <summary>Methods whose machine code is looked at: each uses less of a register than it reads.</summary>
internal static class Registers
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int PollLowBit(MappedRegion region, int limit)
    {
        int rounds = 0;
        while ((region.Read32(0x98) & 1) == 0 && rounds < limit)
            rounds++;
        return rounds;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte LowByte(MappedRegion region) => (byte)region.Read64(0x98);

    // What the accessors are there for: where it sees the load, the compiler makes a one-byte test of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int PollExposed(ref uint register, int limit)
    {
        int rounds = 0;
        while ((Volatile.Read(ref register) & 1) == 0 && rounds < limit)
            rounds++;
        return rounds;
    }
}
