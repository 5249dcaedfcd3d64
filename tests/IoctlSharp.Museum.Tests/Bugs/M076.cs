// M076: An interrupt is bound anew instead of unmasked
// Seen in: DPDK 89aac60e0b
// Outcome: IOCTL4055

using System.Threading;
using IoctlSharp.Vfio;

internal static class Pins
{
    public static void Serve(VfioDevice device, EventFd pin, Action handle, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            [|device.SetIrqs((uint)VfioPciIrq.Intx, VfioIrqSetFlags.ActionTrigger, start: 0, [pin])|];
            if (pin.Wait(TimeSpan.FromMilliseconds(100)))
                handle();
        }
    }
}
