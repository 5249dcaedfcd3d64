// M008: The argument is too large for its number
// Seen in: Open-CAS#1756; gokvm#128
// Outcome: IOCTL3007

[KernelStruct("kcas_upgrade")]
public unsafe partial struct Upgrade { public fixed byte Pages[20000]; }

[IoctlGroup('c')]
public static partial class Cache
{
    [[|Ioctl(IoctlMacro.IOW, 1)|]]
    public static partial void Start(this Device device, in Upgrade upgrade);
}
