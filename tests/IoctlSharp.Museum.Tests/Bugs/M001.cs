// M001: The argument is not the struct that this ioctl takes
// Seen in: DPDK lib/eal/linux/eal_vfio.c:1540 (still there, since 2d0a972cd6)
// Outcome: IOCTL4010

using IoctlSharp.Vfio;


internal static class Windows
{
    [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    // Removes a DMA window, with the struct that makes one.
    public static unsafe bool Remove(int container, ulong start)
    {
        VfioIommuSpaprTceCreate create = default;
        create.StartAddress = start;
        return ioctl(container, VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number, [|&create|]) == 0;
    }
}
