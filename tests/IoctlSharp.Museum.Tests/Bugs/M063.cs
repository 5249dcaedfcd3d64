// M063: An import does not keep errno
// Seen in: public C#
// Outcome: IOCTL4016

internal static class Libc
{
    [DllImport("libc")] private static extern unsafe int [|ioctl|](int fd, nuint request, void* argument);

    public static unsafe int Call(int fd, nuint request) => ioctl(fd, request, null);
}
