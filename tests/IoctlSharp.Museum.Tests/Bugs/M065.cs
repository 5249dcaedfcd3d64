// M065: The request has 64 bits on 32-bit machines
// Seen in: pkuyo/CanKit#26 (SocketCAN on 32-bit Arm)
// Outcome: IOCTL4017

internal static class Libc
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, [|ulong|] request, nint argument);

    public static int Call(int fd, ulong request) => ioctl(fd, request, 0);
}
