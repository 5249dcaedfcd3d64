//// Restore a device from a stream
using System.IO;
using IoctlSharp.Vfio;

internal static class Restorer
{
    public static void Restore(VfioDevice device, Stream source)
    {
        using (var data = device.SetMigrationState(VfioMigrationState.Resuming) ?? throw new IOException("no data file"))
        {
            Span<byte> chunk = stackalloc byte[4000];
            for (int got = source.Read(chunk); got > 0; got = source.Read(chunk))
            {
                ReadOnlySpan<byte> rest = chunk[..got];
                while (!rest.IsEmpty)
                    rest = rest[data.WriteNext(rest)..];
            }

            device.SetMigrationState(VfioMigrationState.Running)?.Dispose();
        }
    }
}

//// What a device can do, as a record
using IoctlSharp.Vfio;

internal sealed record Abilities(bool Migrates, bool PeerToPeer, bool PreCopy, bool Logs)
{
    public static Abilities Of(VfioDevice device)
    {
        bool logs = device.ProbeDmaLoggingStart() == Errno.None && device.ProbeDmaLoggingReport() == Errno.None;
        if (device.ProbeMigration() is not Errno.None)
            return new Abilities(false, false, false, logs);
        VfioMigrationFlags flags = device.GetMigration().Flags;
        return new Abilities(
            Migrates: (flags & VfioMigrationFlags.StopCopy) != 0,
            PeerToPeer: flags.HasFlag(VfioMigrationFlags.PeerToPeer),
            PreCopy: (flags & VfioMigrationFlags.PreCopy) == VfioMigrationFlags.PreCopy,
            Logs: logs);
    }
}

//// Pre-copy until little is left
using System.IO;
using IoctlSharp.Vfio;

public sealed class PreCopier
{
    private readonly VfioDevice _device;
    private readonly Stream _target;
    private readonly byte[] _chunk = new byte[256 * 1024];

    public PreCopier(VfioDevice device, Stream target) => (_device, _target) = (device, target);

    public void Run(ulong threshold)
    {
        using VfioMigrationData data = _device.SetMigrationState(VfioMigrationState.PreCopy)!;
        for (VfioPrecopyInfo info = data.GetPrecopyInfo(); info.InitialBytes > 0 || info.DirtyBytes > threshold; info = data.GetPrecopyInfo())
            Copy(data);
        _device.SetMigrationState(VfioMigrationState.StopCopy)?.Dispose();
        while (Copy(data) > 0)
        {
        }

        _device.SetMigrationState(VfioMigrationState.Stop)?.Dispose();
    }

    private int Copy(VfioMigrationData data)
    {
        int count;
        try
        {
            count = data.ReadNext(_chunk);
        }
        catch (IOException e) when ((Errno)e.HResult == Errno.ENOMSG)
        {
            return 0;
        }

        _target.Write(_chunk.AsSpan(0, count));
        return count;
    }
}

//// Recover a device from the state Error
using IoctlSharp.Vfio;

internal static class ErrorExit
{
    public static VfioMigrationState Ensure(VfioDevice device) => device.GetMigrationState() switch
    {
        VfioMigrationState.Error => ResetAndAsk(device),
        VfioMigrationState.Stop => Start(device),
        var state => state,
    };

    private static VfioMigrationState ResetAndAsk(VfioDevice device)
    {
        device.Reset();
        return device.GetMigrationState();
    }

    private static VfioMigrationState Start(VfioDevice device)
    {
        using VfioMigrationData? none = device.SetMigrationState(VfioMigrationState.Running);
        return VfioMigrationState.Running;
    }
}

//// Async save with progress
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Vfio;

public static class AsyncSaver
{
    public static async Task<long> SaveAsync(VfioDevice device, Stream target, IProgress<long>? progress, CancellationToken cancellation)
    {
        using VfioMigrationData? data = await Task.Run(() => device.SetMigrationState(VfioMigrationState.StopCopy), cancellation);
        ArgumentNullException.ThrowIfNull(data);
        var buffer = new byte[1 << 16];
        long total = 0;
        while (true)
        {
            int count = await Task.Run(() => data.ReadNext(buffer), cancellation);
            if (count == 0)
                return total;
            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
            progress?.Report(total += count);
        }
    }
}

//// DMA log of one range
using System.Numerics;
using IoctlSharp.Vfio;

internal sealed class DmaLog : IDisposable
{
    private readonly VfioDevice _device;
    private readonly ulong _iova, _length, _page;

    public DmaLog(VfioDevice device, ulong iova, ulong length)
    {
        (_device, _iova, _length) = (device, iova, length);
        _page = device.StartDmaLogging((ulong)Environment.SystemPageSize, new VfioDeviceFeatureDmaLoggingRange { Iova = iova, Length = length });
    }

    public int CountDirty()
    {
        ulong pages = (_length + _page - 1) / _page;
        ulong[] bitmap = new ulong[(pages + 63) / 64];
        _device.ReportDmaLogging(_iova, _length, _page, bitmap);
        int count = 0;
        foreach (ulong word in bitmap)
            count += BitOperations.PopCount(word);
        return count;
    }

    public void Dispose() => _device.StopDmaLogging();
}

//// DMA log of many ranges, by a collection expression
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal static class ManyRanges
{
    public static ulong Start(VfioDevice device, IEnumerable<(ulong Iova, ulong Length)> ranges, ulong pageSize)
    {
        VfioDeviceFeatureDmaLoggingRange[] all = [.. ranges.Select(r => new VfioDeviceFeatureDmaLoggingRange { Iova = r.Iova, Length = r.Length })];
        if (all is [])
            throw new ArgumentException("no range", nameof(ranges));
        try
        {
            return device.StartDmaLogging(pageSize, all);
        }
        catch (IoctlException e) when (e.Error == Errno.E2BIG)
        {
            ulong first = all.Min(r => r.Iova), end = all.Max(r => r.Iova + r.Length);
            return device.StartDmaLogging(pageSize, [new() { Iova = first, Length = end - first }]);
        }
    }
}

//// Addresses of dirty pages as an iterator
using System.Collections.Generic;
using System.Numerics;
using IoctlSharp.Vfio;

internal static class DirtyIterator
{
    public static IEnumerable<ulong> Pages(VfioDevice device, ulong iova, ulong length, ulong pageSize)
    {
        ulong[] words = new ulong[checked((int)((length / pageSize + 63) / 64))];
        device.ReportDmaLogging(iova, length, pageSize, words);
        for (int i = 0; i < words.Length; i++)
        {
            for (ulong rest = words[i]; rest != 0; rest &= rest - 1)
                yield return iova + ((ulong)i * 64 + (ulong)BitOperations.TrailingZeroCount(rest)) * pageSize;
        }
    }
}

//// Everything is dirty after an error
using IoctlSharp.Vfio;

internal static class Pessimist
{
    private const int WordBits = 64;

    public static void Accumulate(VfioDevice device, ulong iova, int pages, Span<ulong> bitmap)
    {
        ulong page = (ulong)Environment.SystemPageSize;
        if (bitmap.Length * WordBits < pages)
            throw new ArgumentException("too short", nameof(bitmap));
        try
        {
            device.ReportDmaLogging(iova, (ulong)pages * page, page, bitmap);
        }
        catch (IoctlException)
        {
            bitmap.Fill(ulong.MaxValue);
        }
    }
}

//// Dirty pages of a type1 container in chunks
using IoctlSharp.Vfio;

public static class ContainerDirt
{
    public delegate void Visitor(ulong iova, ReadOnlySpan<ulong> bits);

    public static void Visit(VfioContainer container, ulong iova, ulong size, Visitor visit)
    {
        var info = container.GetType1Info();
        if (!info.Value.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
            return;
        ulong page = info.Value.IovaPageSizes & (~info.Value.IovaPageSizes + 1);
        Span<ulong> bits = stackalloc ulong[128];
        ulong chunk = (ulong)bits.Length * 64 * page;
        container.StartDirtyPages();
        for (ulong done = 0; done < size; done += chunk)
        {
            ulong part = Math.Min(chunk, size - done);
            bits.Clear();
            container.GetDirtyPages(iova + done, part, page, bits);
            visit(iova + done, bits);
        }

        container.StopDirtyPages();
    }
}

//// Own migration struct with an owned descriptor
[KernelConstants("ACME_MIG_")]
public enum AcmeMigState : uint { Idle, Saving, Loading }

[KernelStruct("acme_mig")]
public partial struct AcmeMig
{
    public AcmeMigState State;
    [OwnedFd] public int DataFd;
}

public sealed class AcmeMigData(IntPtr fd, bool ownsHandle) : DeviceHandle(fd, ownsHandle);

[IoctlGroup('M')]
public static partial class AcmeMigration
{
    [Ioctl(IoctlMacro.IOWR, 1, Name = "ACME_MIG_SET", Argument = typeof(AcmeMig))]
    [Preset(nameof(AcmeMig.DataFd), -1)]
    [FailsWith(Errno.EBUSY, "somebody else migrates")]
    [return: Field(nameof(AcmeMig.DataFd))]
    public static partial AcmeMigData? SetState(this Device device, [Field(nameof(AcmeMig.State))] AcmeMigState state);
}

internal static class AcmeMigrationUser
{
    public static void Cycle(Device device)
    {
        using (AcmeMigData? saving = device.SetState(AcmeMigState.Saving))
        {
            Span<byte> head = stackalloc byte[16];
            if (saving?.ReadNext(head) is > 0 and var count)
                Console.WriteLine(Convert.ToHexString(head[..count]));
        }

        device.SetState(AcmeMigState.Idle)?.Dispose();
    }
}

//// Session file that is kept in a field
using System.IO;
using IoctlSharp.Vfio;

public sealed class MigrationSession : IDisposable
{
    private VfioMigrationData? _data;

    public required VfioDevice Device { get; init; }

    private VfioMigrationState _state = VfioMigrationState.Running;

    public VfioMigrationState State
    {
        get => _state;
        set
        {
            if (Device.SetMigrationState(value) is { } data)
            {
                _data?.Dispose();
                _data = data;
            }

            _state = value;
        }
    }

    public int Read(Span<byte> buffer) => _data?.ReadNext(buffer) ?? throw new InvalidDataException($"nothing to read in {State}");

    public void Dispose() => _data?.Dispose();
}
