// M078: The kernel keeps the address of what the marshaller lent it
// Seen in: dorssel/usbipd-win#24; corefx#3575, #16306
// Outcome: IOCTL4019

[StructLayout(LayoutKind.Sequential)]
internal sealed class UsbRequest { public byte Type, Endpoint; public int Status; public uint Flags; public nint Buffer; public int Length, ActualLength, StartFrame, Packets, Errors; public uint Signal; public nint Context; }

internal static class Usb
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, UsbRequest argument);

#pragma warning disable IOCTL4011 // the number is another exhibit
    public static bool Submit(int fd, UsbRequest urb) => ioctl(fd, 0x8038550a, [|urb|]) == 0;
}
