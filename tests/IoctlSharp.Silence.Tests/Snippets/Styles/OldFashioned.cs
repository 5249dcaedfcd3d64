//// C# 9 and no nullable types
#nullable disable
using IoctlSharp.Vfio;

namespace Drivers.Old
{
    internal sealed class Session : IDisposable
    {
        private VfioContainer container;
        private VfioGroup group;
        private VfioDevice device;

        public Session(int number, string address)
        {
            container = VfioContainer.Open();
            group = VfioGroup.Open(number);
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1v2Iommu);
            device = group.GetDevice(address);
        }

        public VfioDevice Device
        {
            get { return device; }
        }

        public void Dispose()
        {
            if (device != null)
            {
                device.Dispose();
                device = null;
            }

            if (group != null)
                group.Dispose();
            if (container != null)
                container.Dispose();
            group = null;
            container = null;
        }
    }
}

//// Explicit types and fields one by one
using IoctlSharp.Vfio;

namespace Drivers.Old
{
    internal static class Plain
    {
        public static bool TryMap(VfioContainer container, DmaBuffer buffer, ulong iova, out string message)
        {
            VfioIommuType1DmaMap map = new VfioIommuType1DmaMap();
            map.Flags = VfioDmaMapFlags.Read;
            map.Flags = map.Flags | VfioDmaMapFlags.Write;
            map.Vaddr = buffer.Address;
            map.Iova = iova;
            map.Size = buffer.Size;
            Errno error = container.TryMapDma(in map);
            if (error != Errno.None)
            {
                message = string.Format("cannot map {0} bytes at 0x{1:x}: {2}", map.Size, map.Iova, error);
                return false;
            }

            message = null!;
            return true;
        }
    }
}

//// Enumerator held by hand
using IoctlSharp.Vfio;

internal static class ByHand
{
    public static bool Has(KernelBuffer<VfioIommuType1Info> info, VfioIommuType1Capability wanted)
    {
        CapabilityChain.Enumerator capabilities = info.Capabilities.GetEnumerator();
        while (capabilities.MoveNext())
        {
            if (capabilities.Current.Id == (ushort)wanted)
                return true;
        }

        return false;
    }
}

//// Old kernel without capabilities
using IoctlSharp.Vfio;

internal static class OldKernel
{
    public static ulong PageSizes(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        ulong sizes = (ulong)Environment.SystemPageSize;
        if ((info.Flags & VfioIommuInfoFlags.PageSizes) == VfioIommuInfoFlags.PageSizes && info.IovaPageSizes != 0)
            sizes = info.IovaPageSizes;
        return sizes;
    }

    public static uint Available(KernelBuffer<VfioIommuType1Info> info)
    {
        foreach (Capability capability in info.Capabilities)
        {
            switch ((VfioIommuType1Capability)capability.Id)
            {
                case VfioIommuType1Capability.DmaAvailable:
                    return capability.Read<VfioIommuType1InfoDmaAvail>().Available;
                case VfioIommuType1Capability.IovaRange:
                case VfioIommuType1Capability.Migration:
                    break;
            }
        }

        return uint.MaxValue;
    }
}

//// Loop that counts down over indices
using IoctlSharp.Vfio;

internal static class Down
{
    public static void Disable(VfioDevice device)
    {
        for (int index = (int)device.GetInfo().Value.IrqCount - 1; index >= 0; index--)
        {
            VfioIrqInfo info;
            if (device.TryGetIrqInfo((uint)index, out info) != Errno.None)
                continue;
            if (info.Count == 0 || (info.Flags & VfioIrqFlags.Eventfd) == 0)
                continue;
            device.SetIrqs((uint)index, VfioIrqSetFlags.ActionTrigger | VfioIrqSetFlags.DataNone, 0, 0);
        }
    }
}

//// Events of one's own over an event of the kernel
using IoctlSharp.Vfio;
using System.Threading;

internal class RequestWatcher
{
    private readonly EventFd _request = new EventFd();
    private readonly VfioDevice _device;
    private Thread _thread;
    private int _isOver;

    public event EventHandler Requested;

    public RequestWatcher(VfioDevice device)
    {
        _device = device;
        _thread = new Thread(Watch);
        Requested += delegate { };
    }

    public void Start()
    {
        _device.SetIrqs((uint)VfioPciIrq.Request, VfioIrqSetFlags.ActionTrigger, 0, new EventFd[] { _request });
        _thread.Start();
    }

    public void Stop()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
            _request.Signal();
        _thread.Join();
        _device.SetIrqs((uint)VfioPciIrq.Request, VfioIrqSetFlags.ActionTrigger | VfioIrqSetFlags.DataNone, 0, 0);
        _request.Dispose();
    }

    private void Watch()
    {
        while (_request.Wait(Timeout.InfiniteTimeSpan) && Volatile.Read(ref _isOver) == 0)
            Requested(this, EventArgs.Empty);
    }
}
