// M068: File descriptor 0 is taken for a failure
// Seen in: DPDK 1f16fa99aa; ixy.cs src/ixy_c/ixy.c; xnvme#396
// Outcome: IOCTL5011

internal static class Devices
{
    [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);

    public static int Open(string path)
    {
        int fd = open(path, 2);
        return [|fd == 0|] ? throw new InvalidOperationException(path) : fd;
    }
}
