// M012: A field has no fixed width
// Seen in: dotnet/runtime#99850; derek-will/SocketCANSharp#43; dotnet/iot#2604
// Outcome: IOCTL1020

[KernelStruct("filter")]
public partial struct Filter
{
    public uint Id;
    public bool [|Inverted|];
}
