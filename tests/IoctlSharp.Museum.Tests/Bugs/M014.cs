// M014: Packing or offsets contradict C
// Seen in: terrafx.interop.windows#219; win32metadata#363; CsWin32#1415
// Outcome: IOCTL2004

[KernelStruct("request"), StructLayout(LayoutKind.Sequential, Pack = 1)]
public partial struct Request
{
    public byte Kind;
    public uint [|Value|];
}
