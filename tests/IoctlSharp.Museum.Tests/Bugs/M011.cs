// M011: A length is in the wrong unit
// Seen in: maliit/framework#115 (the stack was overwritten); C# that hard-codes 4 bytes in EVIOCGBIT
// Outcome: IOCTL4012

internal static class Keys
{
    private const uint EVIOCGBIT_KEY = 0x80044521;

    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, byte[] bits);

    public static byte[]? Supported(int fd)
    {
        byte[] bits = new byte[768 / 8];
#pragma warning disable IOCTL4011 // the number is another exhibit
        return ioctl(fd, EVIOCGBIT_KEY, [|bits|]) < 0 ? null : bits;
    }
}
