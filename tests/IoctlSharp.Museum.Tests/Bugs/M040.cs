// M040: Memory that nobody cleared reaches the kernel
// Seen in: halherta/RaspberryPi-mcp3008Spi#1; envytools#166; libtuntap#41
// Outcome: IOCTL5001

internal static class Spi
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe int Transfer(int fd)
    {
        nint transfer = Marshal.AllocHGlobal(32);
#pragma warning disable IOCTL4011 // the number is another exhibit
        int result = ioctl(fd, 0x40206b00, [|(void*)transfer|]);
        Marshal.FreeHGlobal(transfer);
        return result;
    }
}
