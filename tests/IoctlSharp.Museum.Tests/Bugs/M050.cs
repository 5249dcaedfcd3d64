// M050: A name is longer than its field, or lacks its end
// Seen in: google/gvisor#6035; libtuntap#15; mullvadvpn-app#9452
// Outcome: IOCTL4047

[KernelStruct("interface_request")]
public unsafe partial struct InterfaceRequest { [CString] private fixed byte _name[16]; }

internal static class Tun
{
    public static InterfaceRequest Make() => new() { Name = [|"a-name-of-twenty-letters"|] };
}
