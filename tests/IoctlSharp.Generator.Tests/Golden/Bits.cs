using IoctlSharp;

namespace Demo
{
    [KernelConstants("DEMO_KIND_")]
    public enum Kind : uint
    {
        None,
        Some,
    }

    [KernelStruct("demo_bits")]
    public partial struct Words
    {
        [Bits("Low", 33), Bits("High", 31)]
        private ulong _wide;

        [Bits("Kind", 3, Type = typeof(Kind)), Bits("", 5), Bits("Count", 24)]
        private uint _word;

        [Bits("DeviceFirst", 4, ByteOrder = ByteOrder.BigEndian), Bits("DeviceSecond", 12, ByteOrder = ByteOrder.BigEndian)]
        private ushort _device;

        [Bits("Port", 16, ByteOrder = ByteOrder.LittleEndian)]
        private ushort _port;

        [Bits("All", 8)]
        private byte _byte;
    }
}
