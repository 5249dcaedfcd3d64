//// Guest memory with a hole below four gigabytes
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal sealed class GuestMemory : IDisposable
{
    private const ulong LowLimit = 0xc000_0000;
    private const ulong High = 1ul << 32;

    private readonly List<DmaMapping> _mappings = [];
    private readonly List<DmaBuffer> _buffers = [];

    public GuestMemory(VfioContainer container, ulong bytes)
    {
        ulong low = Math.Min(bytes, LowLimit);
        Add(container, low, 0);
        if (bytes > low)
            Add(container, bytes - low, High);
    }

    private void Add(VfioContainer container, ulong size, ulong guest)
    {
        DmaBuffer buffer = new(size);
        _buffers.Add(buffer);
        _mappings.Add(container.Map(buffer, guest));
    }

    public void Dispose()
    {
        _mappings.ForEach(mapping => mapping.Dispose());
        _buffers.ForEach(buffer => buffer.Dispose());
    }
}

//// Memory listener that adds and removes sections
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal interface IMemoryListener
{
    void Added(ulong guest, DmaBuffer memory, bool isReadOnly);

    bool Removed(ulong guest, ulong size);
}

internal sealed class VfioListener(VfioContainer container) : IMemoryListener
{
    private readonly SortedDictionary<ulong, ulong> _sections = [];

    public void Added(ulong guest, DmaBuffer memory, bool isReadOnly)
    {
        VfioDmaMapFlags flags = VfioDmaMapFlags.Read;
        if (!isReadOnly)
            flags |= VfioDmaMapFlags.Write;
        switch (container.TryMapDma(new VfioIommuType1DmaMap { Flags = flags, Vaddr = memory.Address, Iova = guest, Size = memory.Size }))
        {
            case Errno.None:
                _sections.Add(guest, memory.Size);
                break;
            case Errno.EEXIST when _sections.TryGetValue(guest, out ulong size) && size == memory.Size:
                break;
            case Errno error:
                throw new InvalidOperationException($"{guest:x}: {error}");
        }
    }

    public bool Removed(ulong guest, ulong size)
    {
        VfioIommuType1DmaUnmap unmap = new() { Iova = guest, Size = size };
        Errno error = container.TryUnmapDma(ref unmap);
        return error is Errno.None && _sections.Remove(guest) && unmap.Size == size;
    }
}

//// Everything is unmapped where the kernel can
using IoctlSharp.Vfio;

internal static class Teardown
{
    public static ulong UnmapAll(VfioContainer container, ReadOnlySpan<(ulong Start, ulong Size)> known)
    {
        if (container.CheckExtension(VfioExtension.UnmapAll) == 1)
            return container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All });
        ulong total = 0;
        foreach ((ulong start, ulong size) in known)
            total += container.UnmapDma(new() { Iova = start, Size = size });
        return total;
    }
}

//// Addresses are taken away and given again over exec
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal readonly record struct Section(ulong Iova, ulong Size);

internal static class LiveUpdate
{
    public static void Suspend(VfioContainer container, IEnumerable<Section> sections)
    {
        foreach (Section section in sections)
        {
            var unmap = new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.Vaddr, Iova = section.Iova, Size = section.Size };
            if (container.UnmapDma(unmap) is var done && done < section.Size)
                throw new InvalidOperationException($"{section} lost its address in part: {done}.");
        }
    }

    public static void Resume(VfioContainer container, IEnumerable<(Section Section, DmaBuffer Memory)> sections)
    {
        foreach (var ((iova, size), memory) in sections)
            container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Vaddr, Iova = iova, Size = size, Vaddr = memory.Address });
    }
}

//// Interrupt loop of one thread for many vectors
using IoctlSharp.Vfio;
using System.Threading;

internal sealed class VectorLoop : IDisposable
{
    private readonly VfioDevice _device;
    private readonly EventFd[] _events;
    private readonly Thread _thread;
    private volatile bool _isStopping;

    public VectorLoop(VfioDevice device, int vectors, Action<int, ulong> fired)
    {
        _device = device;
        _events = new EventFd[vectors];
        for (int i = 0; i < vectors; i++)
            _events[i] = new EventFd();
        int enabled = device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.ActionTrigger, 0, _events);
        if (enabled != 0)
            throw new InvalidOperationException($"Only {enabled} vectors are left.");
        _thread = new Thread(() => Run(fired)) { IsBackground = true };
        _thread.Start();
    }

    private void Run(Action<int, ulong> fired)
    {
        while (!_isStopping)
        {
            for (int vector = 0; vector < _events.Length; vector++)
            {
                if (_events[vector].Wait(TimeSpan.FromMilliseconds(1), out ulong count))
                    fired(vector, count);
            }
        }
    }

    public void Dispose()
    {
        _isStopping = true;
        _thread.Join();
        _device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.DataNone | VfioIrqSetFlags.ActionTrigger, 0, 0);
        foreach (EventFd each in _events)
            each.Dispose();
    }
}

//// INTx by level, unmasked when it was served
using IoctlSharp.Vfio;

internal static class Level
{
    public static bool Serve(VfioDevice device, EventFd line, Func<bool> isOurs)
    {
        const uint Intx = (uint)VfioPciIrq.Intx;
        if (!device.TryGetIrqInfo(Intx, out VfioIrqInfo info).Equals(Errno.None) || info.Count == 0 || (info.Flags & VfioIrqFlags.Maskable) != VfioIrqFlags.Maskable)
            return false;
        ReadOnlySpan<EventFd?> one = [line];
        _ = device.SetIrqs(Intx, VfioIrqSetFlags.ActionTrigger, 0, one);
        bool served = line.Wait(TimeSpan.FromSeconds(1)) && isOurs();
        device.SetIrqs(Intx, VfioIrqSetFlags.ActionUnmask | VfioIrqSetFlags.DataNone, 0, 1);
        return served;
    }
}

//// Vectors are masked one by one
using IoctlSharp.Vfio;
using System.Linq;

internal static class Masks
{
    public static void Apply(VfioDevice device, bool[] masked)
    {
        byte[] which = [.. masked.Select(isMasked => isMasked ? (byte)1 : (byte)0)];
        VfioIrqInfo msix = device.GetIrqInfo((uint)VfioPciIrq.Msix);
        if (msix is { Flags: var flags, Count: var count } && flags.HasFlag(VfioIrqFlags.Maskable) && count >= which.Length)
            device.SetIrqs(msix.Index, VfioIrqSetFlags.ActionMask, 0, which);
    }
}

//// Migration driven to an end, whatever happens
using IoctlSharp.Vfio;
using System.IO;

internal sealed class Source(VfioDevice device, Stream wire)
{
    public void Send()
    {
        try
        {
            using VfioMigrationData? data = device.SetMigrationState(VfioMigrationState.StopCopy);
            if (data is null)
                throw new InvalidOperationException("There is nothing to copy from.");
            Span<byte> chunk = stackalloc byte[1024];
            for (int length; (length = data.ReadNext(chunk)) > 0;)
                wire.Write(chunk[..length]);
            device.SetMigrationState(VfioMigrationState.Stop)?.Dispose();
        }
        catch (IoctlException e) when (e.Error is Errno.EIO or Errno.ENODEV)
        {
            if (device.GetMigrationState() == VfioMigrationState.Error)
                device.Reset();
            throw;
        }
    }
}

//// Precopy until little is left
using IoctlSharp.Vfio;

internal static class Precopy
{
    public static ulong Rounds(VfioDevice device, Func<VfioMigrationData, ulong, ulong> copy, ulong enough)
    {
        if ((device.GetMigration().Flags & VfioMigrationFlags.PreCopy) == 0)
            return 0;
        ulong rounds = 0;
        using (VfioMigrationData data = device.SetMigrationState(VfioMigrationState.PreCopy)!)
        {
            VfioPrecopyInfo info;
            do
            {
                info = data.GetPrecopyInfo();
                ulong copied = copy(data, info.InitialBytes + info.DirtyBytes);
                if (copied == 0)
                    break;
                rounds++;
            }
            while (info.InitialBytes > 0 || info.DirtyBytes > enough);
        }

        return rounds;
    }
}

//// Dirty pages of an iommufd domain between two rounds
using IoctlSharp.Iommu;
using System.Numerics;

internal ref struct DirtyRound(Iommufd iommufd, HwptId hwpt, ulong start, ulong length)
{
    private readonly ulong _page = (ulong)Environment.SystemPageSize;
    private readonly Span<ulong> _bitmap = new ulong[(length / (ulong)Environment.SystemPageSize + 63) / 64];

    public int Count()
    {
        iommufd.GetDirtyBitmap(hwpt, start, length, _page, _bitmap);
        int count = 0;
        foreach (ulong word in _bitmap)
            count += BitOperations.PopCount(word);
        return count;
    }

    public readonly bool IsDirty(ulong iova) => (_bitmap[(int)((iova - start) / _page / 64)] >> (int)((iova - start) / _page % 64) & 1) != 0;
}

//// Device logs its own writes
using IoctlSharp.Vfio;

internal sealed class WriteLog : IDisposable
{
    private readonly VfioDevice _device;
    private readonly ulong _page;

    private WriteLog(VfioDevice device, ulong page) => (_device, _page) = (device, page);

    public static WriteLog? TryStart(VfioDevice device, ulong start, ulong length)
    {
        if (device.ProbeDmaLoggingStart() != Errno.None)
            return null;
        ulong page = device.StartDmaLogging((ulong)Environment.SystemPageSize, new VfioDeviceFeatureDmaLoggingRange { Iova = start, Length = length });
        return new WriteLog(device, page);
    }

    public ulong[] Read(ulong start, ulong length)
    {
        var bitmap = new ulong[(length / _page + 63) / 64];
        _device.ReportDmaLogging(start, length, _page, bitmap);
        return bitmap;
    }

    public void Dispose() => _device.StopDmaLogging();
}
