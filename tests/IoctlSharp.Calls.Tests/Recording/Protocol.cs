using System.Runtime.InteropServices;

namespace IoctlSharp.Calls.Tests.Recording;

/// <summary>A kernel whose answer has a size of its own, as <c>struct protocol</c> of the native library has it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Protocol
{
    public Errno Error;
    public int SizeOffset;
    public int CountOffset;
    public int CountSize;
    public int PointerOffset;
    public int TailOffset;
    public int ElementSize;
    public int Rounds;
    public fixed ulong Wanted[16];

    /// <summary>Success with a larger argsz: <paramref name="sizes"/> are bytes in all, by call.</summary>
    public static Protocol BySize(int sizeOffset, int headerSize, params ulong[] sizes)
        => Of(new Protocol { SizeOffset = sizeOffset, CountOffset = -1, PointerOffset = -1, TailOffset = headerSize, ElementSize = 1 }, sizes);

    /// <summary>An error with a count of the tail's elements.</summary>
    public static Protocol ByCount(Errno error, int countOffset, int countSize, int tailOffset, int elementSize, params ulong[] counts)
        => Of(new Protocol { Error = error, SizeOffset = -1, CountOffset = countOffset, CountSize = countSize, PointerOffset = -1, TailOffset = tailOffset, ElementSize = elementSize }, counts);

    /// <summary>A count of the elements of an array behind a pointer; truncated where there is no error.</summary>
    public static Protocol ByArray(Errno error, int countOffset, int countSize, int pointerOffset, int elementSize, params ulong[] counts)
        => Of(new Protocol { Error = error, SizeOffset = -1, CountOffset = countOffset, CountSize = countSize, PointerOffset = pointerOffset, ElementSize = elementSize }, counts);

    private static Protocol Of(Protocol protocol, ulong[] wanted)
    {
        protocol.Rounds = wanted.Length;
        for (int i = 0; i < wanted.Length; i++)
            protocol.Wanted[i] = wanted[i];
        return protocol;
    }
}
