//// Track dirty pages in a using scope
using IoctlSharp.Vfio;

internal readonly struct DirtyTracking : IDisposable
{
    private readonly VfioContainer _container;

    public DirtyTracking(VfioContainer container)
    {
        container.StartDirtyPages();
        _container = container;
    }

    public int Count(DmaMapping mapping, ulong pageSize)
    {
        ulong pages = mapping.Size / pageSize;
        ulong[] bitmap = new ulong[(pages + 63) / 64];
        _container.GetDirtyPages(mapping.Iova, mapping.Size, pageSize, bitmap);
        int count = 0;
        foreach (ulong word in bitmap)
            count += System.Numerics.BitOperations.PopCount(word);
        return count;
    }

    public void Dispose() => _container.StopDirtyPages();
}

//// Precopy loop of a migration
using System.Threading;
using IoctlSharp.Vfio;

internal sealed class Precopy(VfioContainer container, Action<ulong> sendPage)
{
    public void Run(ulong iova, ulong size, ulong pageSize, CancellationToken cancellation)
    {
        Span<ulong> bitmap = new ulong[checked((int)((size / pageSize + 63) / 64))];
        container.StartDirtyPages();
        try
        {
            for (int round = 0; round < 30 && !cancellation.IsCancellationRequested; round++)
            {
                bitmap.Clear();
                container.GetDirtyPages(iova, size, pageSize, bitmap);
                if (!bitmap.ContainsAnyExcept(0UL))
                    break;
                Send(bitmap, iova, pageSize);
            }
        }
        finally
        {
            container.StopDirtyPages();
        }
    }

    private void Send(ReadOnlySpan<ulong> bitmap, ulong iova, ulong pageSize)
    {
        for (int i = 0; i < bitmap.Length * 64; i++)
        {
            if ((bitmap[i >> 6] >> (i & 63) & 1) != 0)
                sendPage(iova + (ulong)i * pageSize);
        }
    }
}

//// Unmap and learn what was written
using IoctlSharp.Vfio;

internal static class LastLook
{
    public static bool WasWritten(VfioContainer container, ulong iova, ulong size)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        ulong page = info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes) ? info.IovaPageSizes & (0 - info.IovaPageSizes) : (ulong)Environment.SystemPageSize;
        var words = new ulong[(int)((size / page + 63) / 64)];
        if (container.UnmapDmaAndGetDirtyPages(iova, size, page, words) is var unmapped && unmapped != size)
            throw new InvalidOperationException($"{unmapped} of {size} bytes");
        return Array.Exists(words, word => word != 0);
    }
}

//// Whether dirty bitmaps are supported and how large
using IoctlSharp.Vfio;

internal static class DirtySupport
{
    public static bool TryGetLimits(VfioContainer container, out ulong maxBytes, out ulong pageSizes)
    {
        (maxBytes, pageSizes) = (0, 0);
        if (!container.GetType1Info().Capabilities.TryFind((ushort)VfioIommuType1Capability.Migration, out Capability found))
            return false;
        VfioIommuType1InfoCapMigration migration = found.Read<VfioIommuType1InfoCapMigration>();
        (maxBytes, pageSizes) = (migration.MaxDirtyBitmapSize, migration.PageSizeBitmap);
        return maxBytes > 0;
    }
}

//// Bind a device and give it back at the end
using System.IO;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

internal static class Bound
{
    public static int Run(string address, Func<VfioDevice, int> work)
    {
        PciDevice pci = new(address);
        using VfioPciBinding binding = pci.BindToVfio();
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = binding.Device.IommuGroup.Open();
        group.SetContainer(container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        using VfioDevice device = group.GetDevice(pci.Address);
        return work(device);
    }
}

//// Bind every blocking device of a group
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Pci;

internal sealed class GroupBinding : IDisposable
{
    private readonly Stack<VfioPciBinding> _bindings = new();

    public GroupBinding(PciDevice device)
    {
        try
        {
            foreach (PciDevice member in device.IommuGroup.Devices.Where(member => !member.IsBridge))
                _bindings.Push(member.BindToVfio());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (_bindings.TryPop(out VfioPciBinding? binding))
            binding.Dispose();
    }
}

//// Find a device by vendor and class
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Pci;

internal static class Scan
{
    private const string Root = "/sys/bus/pci/devices";

    public static IEnumerable<PciDevice> Nvme(ushort? vendor = null)
        => from path in Directory.EnumerateFileSystemEntries(Root)
           let device = new PciDevice(Path.GetFileName(path))
           where device.ClassCode == 0x010802 && (vendor is null || device.VendorId == vendor)
           orderby device.Address
           select device;
}

//// Explain why a group cannot be opened
using System.IO;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

internal static class Explain
{
    public static VfioGroup? TryOpen(IommuGroup group, TextWriter log)
    {
        if (group.BlockingDevices is { Count: > 0 } blocking)
        {
            foreach (PciDevice device in blocking)
                log.WriteLine($"{device} blocks {group}");
            return null;
        }

        try
        {
            return group.Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.WriteLine(e.Message);
            return null;
        }
    }
}

//// One command of an own vendor driver with VFIO like contracts
namespace Vendor.Driver;

[Flags]
public enum WindowFlags : uint { Read = 1, Write = 2, All = 4 }

[KernelStruct("vnd_window")]
public partial struct Window
{
    [ArgSize] private uint _argsz;
    [AtLeastOne(WindowFlags.Read | WindowFlags.Write | WindowFlags.All)] public WindowFlags Flags;
    [PageAligned, ZeroWhen(nameof(Flags), WindowFlags.All)] public ulong Start;
    [PageAligned, NonZero(Unless = WindowFlags.All), ZeroWhen(nameof(Flags), WindowFlags.All), MustRead] public ulong Size;
}

[IoctlGroup('V')]
public static partial class VendorIoctls
{
    [Ioctl(IoctlMacro.IO, 3, Name = "VND_WINDOW_CLOSE")]
    [return: Field(nameof(Window.Size))]
    public static partial ulong CloseWindow(this Device device, in Window window);
}

public static class Windows
{
    public static bool Close(Device device, ulong start, ulong size)
        => device.CloseWindow(new Window { Flags = WindowFlags.Write, Start = start, Size = size }) == size;

    public static ulong CloseAll(Device device) => device.CloseWindow(new Window { Flags = WindowFlags.All });
}

//// Own region struct with flags that tell what is valid
[Flags]
[KernelConstants("ACME_BAR_")]
public enum BarFlags : uint { Mapped = 1, Shadow = 2 }

[KernelStruct("acme_bar")]
public partial struct Bar
{
    [ArgSize] private uint _argsz;
    public BarFlags Flags;
    public uint Index;
    [Reserved] private uint _pad;
    public ulong Offset;
    public ulong Length;
    [ValidWhen(nameof(Flags), BarFlags.Shadow)] public ulong ShadowOffset;
}

[IoctlGroup('a')]
internal static partial class AcmeIoctls
{
    [Ioctl(IoctlMacro.IO, 9, Name = "ACME_GET_BAR")]
    public static partial Bar GetBar(this Device device, [Field(nameof(Bar.Index))] uint index);
}

internal static class AcmeDriver
{
    public static MappedRegion? MapShadow(Device device, uint index)
    {
        Bar bar = device.GetBar(index);
        return bar.Flags switch
        {
            BarFlags.Shadow or BarFlags.Shadow | BarFlags.Mapped => device.Map(bar.ShadowOffset, bar.Length),
            BarFlags.Mapped => device.Map(bar.Offset, bar.Length),
            _ => null,
        };
    }
}
