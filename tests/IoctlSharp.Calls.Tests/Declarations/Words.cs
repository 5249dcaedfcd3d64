namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Bit-fields of eight, four, two and one bytes; the largest first, or C would let them start in the bytes before: 16 bytes, a hole at 15.</summary>
[KernelStruct("words")]
public partial struct Words
{
    [Bits("Low", 33), Bits("Middle", 30), Bits("Top", 1)]
    private ulong _full;

    [Bits("Kind", 5, Type = typeof(Operation)), Bits("", 3), Bits("Count", 12), Bits("Last", 12)]
    private uint _wide;

    [Bits("DeviceLow", 4, ByteOrder = ByteOrder.BigEndian), Bits("DeviceHigh", 12, ByteOrder = ByteOrder.BigEndian)]
    private ushort _device;

    [Bits("First", 1), Bits("Second", 3), Bits("Third", 4)]
    private byte _narrow;
}
