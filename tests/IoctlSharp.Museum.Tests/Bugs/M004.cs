// M004: Two commands share a number
// Seen in: edera-dev/krata#476 (BIND_UNBOUND_PORT and UNBIND); bobuhiro11/gokvm#118
// Outcome: IOCTL3010

[IoctlGroup('E')]
public static partial class EventChannels
{
    [Ioctl(IoctlMacro.IOW, 2, Name = "IOCTL_EVTCHN_BIND_UNBOUND_PORT")]
    public static partial void BindUnboundPort(this Device device, in uint domain);

    [[|Ioctl(IoctlMacro.IOW, 2, Name = "IOCTL_EVTCHN_UNBIND")|]]
    public static partial void Unbind(this Device device, in uint port);
}
