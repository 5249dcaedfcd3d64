// M062: errno is read after another call
// Seen in: dotnet/corefx#35382; rust-vmm/kvm#100; kontainapp/km#1794
// Outcome: IOCTL4052

internal static class Devices
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe void Reset(int device, nuint request)
    {
        if (ioctl(device, request, null) < 0)
        {
            Console.Error.WriteLine("reset failed");
            throw new InvalidOperationException($"errno {[|Marshal.GetLastPInvokeError()|]}");
        }
    }
}
