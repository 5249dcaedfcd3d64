// M020: The size field is not set
// Seen in: CsWin32#108, #894, #1318; win32metadata#2202; microsoft/wil#39
// Outcome: IOCTL4014

using IoctlSharp.Vfio;


internal struct GroupStatus { public uint argsz; public uint flags; }

internal static class Groups
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe uint Flags(int group)
    {
        var status = new GroupStatus();
        if (ioctl(group, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|&status|]) < 0)
            throw new InvalidOperationException();
        return status.flags;
    }
}
