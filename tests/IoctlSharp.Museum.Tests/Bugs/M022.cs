// M022: The flags promise data that is not sent
// Seen in: nextcloud/desktop#3187; vfio.h on DIRTY_PAGES; rust-vmm/vmm-sys-util#104
// Outcome: CS1503

using IoctlSharp.Vfio;


internal static class Interrupts
{
    // The call without data takes how many interrupts it is for; the one with eventfds takes them.
    public static void Enable(VfioDevice device, EventFd signal)
        => device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [|signal|]);
}
