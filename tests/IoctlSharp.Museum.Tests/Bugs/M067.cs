// M067: A new file descriptor is kept as a number
// Seen in: DPDK 6ca08d36ba; cloud-hypervisor#8287; rust-vmm/vfio-ioctls#1
// Outcome: CS0029

using IoctlSharp.Vfio;


internal static class Groups
{
    // The call gives a handle, which closes it.
    public static int Device(VfioGroup group) => [|group.GetDevice("0000:06:0d.0")|];
}
