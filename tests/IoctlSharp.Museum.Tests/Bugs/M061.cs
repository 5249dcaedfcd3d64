// M061: The result of ioctl is thrown away
// Seen in: public C#: _ = ioctl(...); return GetLastPInvokeError() == 0
// Outcome: IOCTL4051

internal static class Devices
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe bool Reset(int device, nuint request)
    {
        _ = [|ioctl(device, request, null)|];
        return Marshal.GetLastPInvokeError() == 0;
    }
}
