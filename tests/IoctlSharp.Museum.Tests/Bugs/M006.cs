// M006: The size in the number is not the argument's
// Seen in: dotnet/iot#1474; holoplot/go-evdev#4; nix#1500
// Outcome: IOCTL4012

internal struct Transfer { public ulong Tx; public ulong Rx; public uint Length; public uint Speed; }

internal static class Spi
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

#pragma warning disable IOCTL4011 // the number is another exhibit
    public static unsafe int Send(int fd, Transfer transfer) => ioctl(fd, 0x40206b00, [|&transfer|]);
}
