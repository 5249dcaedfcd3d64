// M003: The request number is a literal
// Seen in: golang/go#26026; jthornber/thin-provisioning-tools#274; ptitSeb/box64#3689
// Outcome: IOCTL4011

internal struct Status { public uint argsz; public uint flags; }

internal static class Groups
{
    private const uint VFIO_GROUP_GET_STATUS = 15207;

    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe bool IsViable(int group)
    {
        Status status = new() { argsz = (uint)sizeof(Status) };
        return ioctl(group, [|VFIO_GROUP_GET_STATUS|], &status) == 0 && (status.flags & 1) != 0;
    }
}
