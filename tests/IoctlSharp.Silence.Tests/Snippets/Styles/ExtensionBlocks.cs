//// Extension members of a block
using IoctlSharp.Vfio;

internal static class DeviceExtensions
{
    extension(VfioDevice device)
    {
        public bool CanReset => (device.GetInfo().Value.Flags & VfioDeviceFlags.Reset) != 0;

        public ulong SizeOf(VfioPciRegion region) => device.TryGetRegionInfo((uint)region, out KernelBuffer<VfioRegionInfo> info) is Errno.None ? info.Value.Size : 0;
    }

    extension(VfioGroupStatus status)
    {
        public bool IsViable => status.Flags.HasFlag(VfioGroupFlags.Viable);
    }
}
