// M064: ioctl is imported by hand
// Seen in: about 25 files of public C#, each with another type of request; EvDevSharp (ulong, CULong, nuint)
// Outcome: IOCTL4017

internal static class Libc
{
    [DllImport("libc.so.6", SetLastError = true)] private static extern int ioctl(int fd, [|int|] request, nint argument);

    public static int Call(int fd, int request) => ioctl(fd, request, 0);
}
