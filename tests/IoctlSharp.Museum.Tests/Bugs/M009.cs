// M009: By value and by address are confused
// Seen in: nix#781; rustix#1051; containerd/console#42
// Outcome: IOCTL4013

internal static class I2c
{
    private const uint I2C_SLAVE = 0x703;

    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe bool Select(int bus, int address) => ioctl(bus, I2C_SLAVE, [|&address|]) == 0;
}
