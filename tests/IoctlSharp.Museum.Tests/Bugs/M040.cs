// M040: Memory that nobody cleared reaches the kernel
// Seen in: halherta/RaspberryPi-mcp3008Spi#1; envytools#166; libtuntap#41
// Outcome: IOCTL5001

internal static class Spi
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe int Transfer(int fd, nuint request)
    {
        nint transfer = Marshal.AllocHGlobal(32);
        int result = ioctl(fd, request, [|(void*)transfer|]);
        Marshal.FreeHGlobal(transfer);
        return result;
    }
}
