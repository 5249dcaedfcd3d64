// M078: The kernel gets the address of a copy
// Seen in: dorssel/usbipd-win#24; corefx#3575, #16306
// Outcome: IOCTL4019

[StructLayout(LayoutKind.Sequential)]
internal sealed class UsbRequest { public byte Type; public byte Endpoint; public int Status; public uint Flags; public nint Buffer; }

internal static class Usb
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [|UsbRequest|] argument);

    public static bool Submit(int fd, nuint request, UsbRequest urb) => ioctl(fd, request, urb) == 0;
}
