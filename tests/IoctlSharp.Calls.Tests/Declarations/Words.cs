namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Bit-fields of one, four and eight bytes.</summary>
[KernelStruct("words")]
public partial struct Words
{
    [Bits("First", 1), Bits("Second", 3), Bits("Third", 4)]
    private byte _narrow;

    [Bits("Kind", 5, Type = typeof(Operation)), Bits("", 3), Bits("Count", 12), Bits("Last", 12)]
    private uint _wide;

    [Bits("Low", 33), Bits("Middle", 30), Bits("Top", 1)]
    private ulong _full;

    [Bits("DeviceLow", 4, ByteOrder = ByteOrder.BigEndian), Bits("DeviceHigh", 12, ByteOrder = ByteOrder.BigEndian)]
    private ushort _device;
}
