// M074: A call that a signal ends is not made again, or for ever
// Seen in: libusb#1309; libnvme#987 (taken back by #1010); xairy/raw-gadget#18
// Outcome: IOCTL4053

internal static unsafe class UsbRaw
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);

    public static int Read(int fd, nuint request, void* transfer)
    {
        int count = ioctl(fd, request, transfer);
        while (count < 0)
        {
            Console.Error.WriteLine($"reading: {Marshal.GetLastPInvokeErrorMessage()}");
            count = [|ioctl(fd, request, transfer)|];
        }

        return count;
    }
}
