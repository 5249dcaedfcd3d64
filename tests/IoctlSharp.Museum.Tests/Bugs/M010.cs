// M010: What is pointed to is smaller than what the kernel writes
// Seen in: cpython#132919 (4 bytes for TIOCGWINSZ); u-bmc#64
// Outcome: IOCTL4010

internal static class Terminal
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe ushort Rows(int fd)
    {
        uint size;
#pragma warning disable IOCTL4011 // the number is another exhibit
        return ioctl(fd, 0x5413, [|&size|]) == 0 ? (ushort)size : (ushort)0;
    }
}
