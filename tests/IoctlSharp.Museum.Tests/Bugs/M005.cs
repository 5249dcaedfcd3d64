// M005: The direction contradicts how the argument is used
// Seen in: tun-rs#168; bytecodealliance/rustix#926; rr-debugger/rr#1407
// Outcome: IOCTL4009

[IoctlGroup('T')]
public static partial class Features
{
    [[|Ioctl(IoctlMacro.IOW, 207)|]]
    public static partial void GetFeatures(this Device device, out uint features);
}
