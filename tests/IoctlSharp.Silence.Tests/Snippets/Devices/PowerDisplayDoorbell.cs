//// Sleep with a wake-up eventfd
using IoctlSharp.Vfio;

internal sealed class Sleeper(VfioDevice device) : IDisposable
{
    private EventFd? _wakeup;

    public bool TrySleep()
    {
        if (device.ProbeLowPowerEntryWithWakeup() == Errno.None)
        {
            _wakeup ??= new EventFd();
            device.EnterLowPower(_wakeup);
            return true;
        }

        if (device.ProbeLowPowerEntry() != Errno.None)
            return false;
        device.EnterLowPower();
        return true;
    }

    public bool HasWoken(TimeSpan patience) => _wakeup?.Wait(patience) ?? false;

    public void Wake() => device.ExitLowPower();

    public void Dispose() => _wakeup?.Dispose();
}

//// Idle timer that puts a device to sleep
using System.Threading;
using IoctlSharp.Vfio;

public sealed class IdleTimer : IDisposable
{
    private readonly VfioDevice _device;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private bool _asleep;

    public IdleTimer(VfioDevice device, TimeSpan idle)
    {
        _device = device;
        _timer = new Timer(_ => Sleep(), null, idle, Timeout.InfiniteTimeSpan);
        Idle = idle;
    }

    public TimeSpan Idle { get; }

    public void Touch()
    {
        lock (_gate)
        {
            if (_asleep)
                _device.ExitLowPower();
            _asleep = false;
            _timer.Change(Idle, Timeout.InfiniteTimeSpan);
        }
    }

    private void Sleep()
    {
        lock (_gate)
        {
            if (_asleep)
                return;
            _device.EnterLowPower();
            _asleep = true;
        }
    }

    public void Dispose() => _timer.Dispose();
}

//// Bus mastering by a toggle
using IoctlSharp.Vfio;

internal static class CdxMaster
{
    public static void Switch(this VfioDevice device, bool on)
    {
        if (device.ProbeBusMaster() != Errno.None)
            throw new PlatformNotSupportedException("only CDX devices");
        VfioDeviceFeatureBusMaster master;
        if (on)
            master = new() { Operation = VfioBusMaster.Set };
        else
            master = new() { Operation = VfioBusMaster.Clear };
        device.SetBusMaster(master);
    }
}

//// Token of virtual functions from a GUID
using IoctlSharp.Vfio;

internal static class Tokens
{
    public static void Set(VfioDevice physicalFunction, Guid token)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!token.TryWriteBytes(bytes, bigEndian: true, out _))
            throw new ArgumentException("no GUID", nameof(token));
        physicalFunction.SetPciVfToken(bytes);
    }
}

//// Features by name, probed from a table
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

public static class FeatureTable
{
    private static readonly FrozenDictionary<VfioFeature, Func<VfioDevice, Errno>> s_probes = new Dictionary<VfioFeature, Func<VfioDevice, Errno>>
    {
        [VfioFeature.Migration] = VfioIoctls.ProbeMigration,
        [VfioFeature.LowPowerEntry] = VfioIoctls.ProbeLowPowerEntry,
        [VfioFeature.LowPowerExit] = device => device.ProbeLowPowerExit(),
        [VfioFeature.BusMaster] = device => device.ProbeBusMaster(),
        [VfioFeature.DmaBuf] = device => device.ProbeDmaBuf(),
    }.ToFrozenDictionary();

    public static IEnumerable<VfioFeature> Of(VfioDevice device) => s_probes.Where(pair => pair.Value(device) == Errno.None).Select(pair => pair.Key).Order();
}

//// Screen of a virtual GPU as a dma-buf
using IoctlSharp.Vfio;

internal sealed class Screen(VfioDevice gpu) : IDisposable
{
    private const uint Primary = 1;
    private uint _id;
    private VfioDmaBuf? _buffer;

    public VfioDmaBuf? Refresh(out uint width, out uint height)
    {
        VfioDeviceGfxPlaneInfo plane = gpu.QueryGfxPlane(VfioGfxPlaneFlags.DmaBuf, Primary);
        (width, height) = (plane.Width, plane.Height);
        if (plane.Size == 0)
            return null;
        if (_buffer is null || plane.DmabufId != _id)
        {
            _buffer?.Dispose();
            _id = plane.DmabufId;
            _buffer = gpu.GetGfxDmaBuf(_id);
        }

        return _buffer;
    }

    public void Dispose() => _buffer?.Dispose();
}

//// Form of a display that the device has
using IoctlSharp.Vfio;

internal static class DisplayForms
{
    public static VfioGfxPlaneFlags? Choose(VfioDevice device)
    {
        foreach (VfioGfxPlaneFlags form in (ReadOnlySpan<VfioGfxPlaneFlags>)[VfioGfxPlaneFlags.DmaBuf, VfioGfxPlaneFlags.Region])
        {
            if (device.ProbeGfxPlane(form) == Errno.None)
                return form;
        }

        return null;
    }

    public static VfioDeviceGfxPlaneInfo? Cursor(VfioDevice device)
    {
        if (Choose(device) is not { } form)
            return null;
        VfioDeviceGfxPlaneInfo cursor = device.QueryGfxPlane(form, 2);
        return cursor.XHotspot == uint.MaxValue ? cursor with { XHotspot = 0, YHotspot = 0 } : cursor;
    }
}

//// New EDID: link down, text, link up
using IoctlSharp.Vfio;

internal static class Edid
{
    public static void Replace(VfioDevice device, uint index, ReadOnlySpan<byte> edid)
    {
        ulong region = device.GetRegionInfo(index).Value.Offset;
        VfioRegionGfxEdid head = default;
        device.ReadExactly(MemoryMarshal.AsBytes(new Span<VfioRegionGfxEdid>(ref head)), region);
        if (edid.Length > head.EdidMaxSize)
            throw new ArgumentException($"more than {head.EdidMaxSize} bytes", nameof(edid));
        Put(nameof(VfioRegionGfxEdid.LinkState), (uint)VfioGfxLinkState.Down);
        device.WriteExactly(edid, region + head.EdidOffset);
        Put(nameof(VfioRegionGfxEdid.EdidSize), (uint)edid.Length);
        Put(nameof(VfioRegionGfxEdid.LinkState), (uint)VfioGfxLinkState.Up);

        void Put(string field, uint value)
        {
            Span<byte> word = stackalloc byte[4];
            MemoryMarshal.Write(word, in value);
            device.WriteExactly(word, region + (ulong)Marshal.OffsetOf<VfioRegionGfxEdid>(field));
        }
    }
}

//// Doorbell that the kernel rings
using IoctlSharp.Vfio;

internal sealed class KernelDoorbell : IDisposable
{
    private readonly VfioDevice _device;
    private readonly VfioDeviceIoeventfd _write;
    private readonly EventFd _bell = new();

    public KernelDoorbell(VfioDevice device, VfioPciRegion bar, ulong register, uint value)
    {
        _device = device;
        _write = new VfioDeviceIoeventfd
        {
            Flags = VfioIoEventFdFlags.Write32,
            Offset = device.GetRegionInfo((uint)bar).Value.Offset + register,
            Data = value,
        };
        device.SetIoEventFd(in _write, _bell);
    }

    public void Ring() => _bell.Signal();

    public void Dispose()
    {
        _device.SetIoEventFd(_write, null);
        _bell.Dispose();
    }
}

//// Width of a doorbell from a generic value
using IoctlSharp.Vfio;

internal static class Doorbells
{
    public static bool TryAdd<T>(VfioDevice device, EventFd bell, ulong offset, T value) where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        VfioDeviceIoeventfd write = default;
        write.Offset = offset;
        write.Data = ulong.CreateTruncating(value);
        write.Flags = Unsafe.SizeOf<T>() switch
        {
            1 => VfioIoEventFdFlags.Write8,
            2 => VfioIoEventFdFlags.Write16,
            4 => VfioIoEventFdFlags.Write32,
            _ => throw new NotSupportedException(typeof(T).Name),
        };
        try
        {
            device.SetIoEventFd(write, bell);
            return true;
        }
        catch (IoctlException exception) when (exception.Error is Errno.EEXIST or Errno.ENOSPC)
        {
            return exception.Error == Errno.EEXIST;
        }
    }
}

//// Part of a BAR as a dma-buf
using IoctlSharp.Vfio;

internal static class PeerMemory
{
    public static VfioDmaBuf? Export(VfioDevice device, VfioPciRegion bar)
    {
        if (device.ProbeDmaBuf() is var error and not Errno.None)
        {
            Console.Error.WriteLine($"no dma-buf: {error}");
            return null;
        }

        ulong size = device.GetRegionInfo((uint)bar).Value.Size;
        ulong page = (ulong)Environment.SystemPageSize;
        ulong half = size / 2 / page * page;
        return half == 0 ? null : device.ExportDmaBuf((uint)bar, new() { Offset = 0, Length = half }, new VfioRegionDmaRange { Offset = half, Length = half });
    }
}

//// Raw ioctl with the header of a feature as two words
using IoctlSharp.Vfio;

internal static unsafe class FeatureWords
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    public static bool LeaveLowPower(int device)
    {
        VfioDeviceFeature feature = new() { Flags = (VfioDeviceFeatureFlags)VfioFeature.LowPowerExit | VfioDeviceFeatureFlags.Set };
        Unsafe.As<VfioDeviceFeature, uint>(ref feature) = (uint)sizeof(VfioDeviceFeature);
        return ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_FEATURE.Number, &feature) == 0;
    }
}
