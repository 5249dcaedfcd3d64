// M077: A mapping or a file is not released when something fails
// Seen in: DPDK e34a43a672, 2a089d2d52
// Outcome: IOCTL5013

using IoctlSharp.Vfio;

internal static class Queues
{
    public static void Create(VfioContainer container, DmaBuffer ring, Action<ulong> start)
    {
        DmaMapping [|mapping|] = container.Map(ring, iova: 0x100000);
        start(mapping.Iova); // whatever it throws, the ring stays mapped
    }
}
