// M013: The layout is another on one of the targets
// Seen in: bindgen#1823; rust-landlock#110; dlpark#69
// Outcome: IOCTL2005

[KernelStruct("event")]
public partial struct Event
{
    public uint Kind;
    [Aligned(8)] public ulong [|Time|];
    public uint Value;
    [Reserved] private uint _pad;
}
