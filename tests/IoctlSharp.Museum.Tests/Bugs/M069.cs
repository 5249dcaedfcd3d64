// M069: A handle's number is used without holding it
// Seen in: dotnet/runtime#54660 (closed twice); aelassas/servy#4640
// Outcome: IOCTL5012

internal static class Devices
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe bool Reset(SafeHandle device, nuint request) => ioctl((int)[|device.DangerousGetHandle()|], request, null) == 0;
}
