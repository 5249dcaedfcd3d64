//// Unmapping whose answer goes on
using IoctlSharp.Vfio;
using System.Threading.Tasks;

internal static class Answers
{
    private static void Expect(ulong wanted, ulong got, [CallerMemberName] string who = "")
    {
        if (wanted != got)
            throw new InvalidOperationException(who);
    }

    public static void Checked(VfioContainer container, ulong iova, ulong size) => Expect(size, container.UnmapDma(new() { Iova = iova, Size = size }));

    public static Task<ulong> Later(VfioContainer container, ulong iova, ulong size) => Task.Run(() => container.UnmapDma(new() { Iova = iova, Size = size }));

    public static void Whatever(VfioContainer container, ulong iova, ulong size)
    {
        try
        {
            _ = container.UnmapDma(new() { Iova = iova, Size = size });
        }
        catch (IoctlException)
        {
        }
    }

    public static bool Half(VfioContainer container, ulong iova, ulong size)
    {
        VfioIommuType1DmaUnmap unmap = new() { Iova = iova, Size = size };
        return container.TryUnmapDma(ref unmap) == Errno.None & unmap.Size == size;
    }
}

//// Errors that are looked at elsewhere
using IoctlSharp.Vfio;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

internal static class Elsewhere
{
    public static Errno First(IEnumerable<VfioDevice> devices) => devices.Select(device => device.TryReset()).FirstOrDefault(error => error != Errno.None);

    public static async Task<bool> Any(IEnumerable<VfioDevice> devices)
    {
        Errno[] errors = await Task.WhenAll(devices.Select(device => Task.Run(device.TryReset)));
        return errors.Any(error => error == Errno.None);
    }

    public static void Log(VfioDevice device, Action<string, Errno> log) => log("reset", device.TryReset());

    public static bool Lazy(VfioDevice? device) => (device?.TryReset() ?? Errno.ENODEV) == Errno.None;

    public static Errno Kept(VfioDevice device, ref Errno last) => last = device.TryReset();

    public static void Finally(VfioDevice device, Action work)
    {
        try
        {
            work();
        }
        finally
        {
            _ = device.TryReset();
        }
    }
}

//// Containers made ready in other ways
using IoctlSharp.Vfio;
using System.Threading.Tasks;

internal sealed class Ready
{
    private static VfioContainer Prepare(VfioGroup group)
    {
        VfioContainer container = VfioContainer.Open();
        VfioGroup same = group;
        same.SetContainer(container);
        VfioContainer alias = container;
        alias.SetIommu(VfioExtension.Type1v2Iommu);
        return container;
    }

    private static void Attach(VfioGroup group, VfioContainer container) => group.SetContainer(container);

    public static ulong ByHelper(VfioGroup group)
    {
        using VfioContainer container = VfioContainer.Open();
        Attach(group, container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        return container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All });
    }

    public static ulong ByLocalFunction(VfioGroup group)
    {
        using VfioContainer container = VfioContainer.Open();
        Set();
        return container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All });

        void Set()
        {
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1v2Iommu);
        }
    }

    public static async Task<ulong> ByTask(VfioGroup group)
    {
        using VfioContainer container = VfioContainer.Open();
        await Task.Run(() => group.SetContainer(container));
        await Task.Run(() => container.SetIommu(VfioExtension.Type1v2Iommu));
        return container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All });
    }

    public static DmaMapping ByReturn(VfioGroup group, DmaBuffer buffer) => Prepare(group).Map(buffer, 0x10_0000);

    public static void ByTry(VfioGroup group, DmaBuffer buffer)
    {
        using VfioContainer container = VfioContainer.Open();
        try
        {
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1v2Iommu);
        }
        catch (IoctlException e) when (e.Error == Errno.EBUSY)
        {
            return;
        }

        using DmaMapping mapping = container.Map(buffer, 0);
        buffer.Span.Clear();
    }

    public static void ByChoice(VfioGroup group, DmaBuffer buffer, bool isOld)
    {
        using VfioContainer container = VfioContainer.Open();
        group.SetContainer(container);
        if (isOld)
            container.SetIommu(VfioExtension.Type1Iommu);
        else
            container.SetIommu(VfioExtension.Type1v2Iommu);
        container.Map(buffer, 0).Dispose();
    }

    public static void Probe(VfioGroup group)
    {
        using VfioContainer container = VfioContainer.Open();
        bool isReady = container.GetApiVersion() == 0 && container.CheckExtension(VfioExtension.Type1Iommu) > 0;
        if (isReady && group.GetStatus().Flags.HasFlag(VfioGroupFlags.Viable))
            group.SetContainer(container);
    }
}

//// Pinned for as long as the mapping lives
using IoctlSharp.Vfio;

internal static unsafe class Whole
{
    public static void Run(VfioContainer container, byte[] bytes, Action<ulong> work)
    {
        GCHandle pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)pin.AddrOfPinnedObject(), Iova = 0x10000, Size = (ulong)bytes.Length });
            work(0x10000);
            if (container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0x10000, Size = (ulong)bytes.Length }) == 0)
                throw new InvalidOperationException();
        }
        finally
        {
            pin.Free();
        }
    }

    public static ulong Fixed(VfioContainer container, byte[] bytes, Action<ulong> work)
    {
        fixed (byte* start = bytes)
        {
            container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)start, Iova = 0x10000, Size = (ulong)bytes.Length });
            work(0x10000);
            return container.UnmapDma(new() { Iova = 0x10000, Size = (ulong)bytes.Length });
        }
    }
}

//// Descriptor in a struct that gets an owner
[KernelStruct("make_fence"), StructLayout(LayoutKind.Sequential)]
public partial struct MakeFence
{
    public uint Flags;
    [OwnedFd] public int Fd;
}

[IoctlGroup('f')]
public static partial class Fences
{
    [Ioctl(IoctlMacro.IOWR, 0x33)] public static partial void Make(this Device device, ref MakeFence fence);

    [Ioctl(IoctlMacro.IO, 0x34)] public static partial Errno TryWait(this Device fence);
}

internal sealed class Fence : IDisposable
{
    private readonly Device _device;

    private Fence(int fd) => _device = new Device(fd, ownsHandle: true);

    public static Fence Create(Device device)
    {
        MakeFence make = default;
        device.Make(ref make);
        return new Fence(make.Fd);
    }

    public static Device Owned(Device device)
    {
        MakeFence make = new() { Flags = 1 };
        device.Make(ref make);
        int fd = make.Fd;
        if (fd < 0)
            throw new InvalidOperationException();
        return new Device(fd, true);
    }

    public bool IsSignalled => _device.TryWait() == Errno.None;

    public void Dispose() => _device.Dispose();
}

//// Handles that others own
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal sealed class Pool : IDisposable
{
    private readonly List<VfioGroup> _groups = [];
    private readonly Dictionary<string, VfioDevice> _devices = [];

    public VfioDevice Get(int group, string address, VfioContainer container)
    {
        if (_devices.TryGetValue(address, out VfioDevice? device))
            return device;
        VfioGroup opened = VfioGroup.Open(group);
        _groups.Add(opened);
        opened.SetContainer(container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        return _devices[address] = opened.GetDevice(address);
    }

    public bool TryGet(VfioGroup group, string address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out VfioDevice? device)
    {
        Errno error = group.TryGetDevice(address, out VfioDevice found);
        device = error == Errno.None ? found : null;
        return device is not null;
    }

    public void Dispose()
    {
        foreach (VfioDevice device in _devices.Values)
            device.Dispose();
        foreach (VfioGroup group in _groups)
            group.Dispose();
    }
}

//// Owned by a task, a tuple, a closure
using IoctlSharp.Vfio;
using System.Threading.Tasks;

internal static class Owners
{
    public static (DmaBuffer Buffer, DmaMapping Mapping) Make(VfioContainer container, ulong size)
    {
        DmaBuffer buffer = new(size);
        return (buffer, container.Map(buffer, 0));
    }

    public static Action Undo(VfioContainer container, DmaBuffer buffer)
    {
        DmaMapping mapping = container.Map(buffer, 0x10000);
        return mapping.Dispose;
    }

    public static Func<bool> Waiter()
    {
        EventFd signal = new();
        return () => signal.Wait(TimeSpan.Zero);
    }

    public static Task<int> Version() => Task.Run(static () =>
    {
        using VfioContainer container = VfioContainer.Open();
        return container.GetApiVersion();
    });

    public static bool Twice(VfioContainer container, DmaBuffer buffer)
    {
        DmaMapping? mapping = null;
        try
        {
            mapping = container.Map(buffer, 0x20000);
            return buffer.Span[0] == 0;
        }
        finally
        {
            mapping?.Dispose();
        }
    }

    public static T Use<T>(Func<VfioContainer> open, Func<VfioContainer, T> use)
    {
        using var container = open();
        return use(container);
    }

    public static int Shared() => Use(VfioContainer.Open, static container => container.GetApiVersion());
}
