//// Copy by a streaming accelerator
using IoctlSharp.Idxd;
using System.Threading;

internal sealed class Copier(DsaPortal portal) : IDisposable
{
    private readonly DsaCompletion _completion = new();

    public void Copy(DmaBuffer source, DmaBuffer destination, uint bytes)
    {
        DsaHwDesc copy = new()
        {
            Opcode = DsaOpcode.MemoryMove,
            Flags = IdxdOperationFlags.BlockOnFault | IdxdOperationFlags.CacheControl,
            SrcAddr = source.Address.Value,
            DstAddr = destination.Address.Value,
            XferSize = bytes,
        };
        while (!portal.TrySubmit(copy, _completion))
            Thread.Yield();
        _completion.Wait(TimeSpan.FromSeconds(2)).ThrowIfFailed();
    }

    public void Dispose() => _completion.Dispose();
}

//// Partly done copy that goes on behind a fault
using IoctlSharp.Idxd;

internal static unsafe class Resumed
{
    public static void Move(DsaPortal portal, byte* from, byte* to, uint length, DsaCompletion completion)
    {
        if (from < to + length && to < from + length)
            throw new ArgumentException("The ranges overlap.", nameof(to));
        uint done = 0;
        while (done < length)
        {
            DsaHwDesc rest = default;
            rest.Opcode = DsaOpcode.MemoryMove;
            rest.SrcAddr = (ulong)(from + done);
            rest.DstAddr = (ulong)(to + done);
            rest.XferSize = length - done;
            if (!portal.TrySubmit(rest, completion))
                continue;
            DsaCompletionRecord record = completion.Wait(TimeSpan.FromSeconds(1));
            if (!record.IsPageFault)
            {
                record.ThrowIfFailed();
                return;
            }

            done += record.BytesCompleted;
            byte* page = (byte*)record.FaultAddr;
            if (record.IsFaultAtWrite)
                System.Threading.Volatile.Write(ref *page, System.Threading.Volatile.Read(ref *page));
            else
                _ = System.Threading.Volatile.Read(ref *page);
        }
    }
}

//// Fills in a row, one record for each
using IoctlSharp.Idxd;
using System.Linq;

internal sealed class Filler : IDisposable
{
    private readonly DsaPortal _portal = DsaPortal.Open(new IdxdWorkQueue("wq0.0"));
    private readonly DsaCompletion[] _completions = [.. Enumerable.Range(0, 16).Select(_ => new DsaCompletion())];

    public int Fill(DmaBuffer memory, uint chunk, ulong pattern)
    {
        int count = (int)Math.Min((ulong)_completions.Length, memory.Size / chunk);
        DsaHwDesc[] descriptors = new DsaHwDesc[count];
        for (int i = 0; i < count; i++)
        {
            ref DsaHwDesc each = ref descriptors[i];
            each.Opcode = DsaOpcode.MemoryFill;
            each.Pattern = pattern;
            each.DstAddr = memory.Address.Value + (ulong)i * chunk;
            each.XferSize = chunk;
        }

        int sent = _portal.Submit(descriptors, _completions.AsSpan(0, count));
        for (int i = 0; i < sent; i++)
            _completions[i].Wait(TimeSpan.FromSeconds(1)).ThrowIfFailed();
        return sent;
    }

    public void Dispose()
    {
        _portal.Dispose();
        Array.ForEach(_completions, completion => completion.Dispose());
    }
}

//// Completion polled by a task
using IoctlSharp.Idxd;
using System.Threading;
using System.Threading.Tasks;

internal static class Polling
{
    public static async Task<DsaCompletionRecord> SubmitAsync(DsaPortal portal, DsaHwDesc descriptor, DsaCompletion completion, CancellationToken cancellation)
    {
        while (!portal.TrySubmit(descriptor, completion))
            await Task.Delay(1, cancellation);
        DsaCompletionRecord record;
        while (!completion.TryGetRecord(out record))
            await Task.Yield();
        return record;
    }
}

//// Queue chosen by what it can do
using IoctlSharp.Idxd;
using System.Linq;

internal static class Choice
{
    public static IdxdWorkQueue? Best(DsaOpcode operation, ulong size)
        => IdxdWorkQueue.FindAll()
            .Where(queue => queue is { State: IdxdQueueState.Enabled, Type: IdxdQueueType.User, IsPasidEnabled: true } && queue.MaxTransferSize >= size)
            .Where(queue => (queue.Operations ?? queue.Device.Operations).Contains(operation))
            .Where(queue => queue.Mode switch
            {
                IdxdQueueMode.Shared => IdxdInstructions.HasEnqcmd,
                IdxdQueueMode.Dedicated => IdxdInstructions.HasMovdir64B,
                _ => false,
            })
            .OrderByDescending(queue => queue.Priority)
            .FirstOrDefault();
}

//// Decompression with room checked
using IoctlSharp.Idxd;

internal static class Inflate
{
    public static bool TryInflate(IaxPortal portal, DmaBuffer input, uint length, DmaBuffer output, out uint written)
    {
        using IaxCompletion completion = new();
        IaxHwDesc descriptor = new()
        {
            Opcode = IaxOpcode.Decompress,
            Src1Addr = input.Address,
            Src1Size = length,
            DstAddr = UserPointer.From(output),
            MaxDstSize = (uint)Math.Min(output.Size, uint.MaxValue),
            DecomprFlags = 0x1f,
        };
        written = 0;
        if (!portal.TrySubmit(descriptor, completion))
            return false;
        IaxCompletionRecord record = completion.Wait(TimeSpan.FromSeconds(5));
        if (record.Outcome == IaxCompletionStatus.OutbufOverflow)
            return false;
        record.ThrowIfFailed();
        written = record.OutputSize;
        return true;
    }
}

//// Session of a zip queue
using IoctlSharp.Uacce;
using System.Linq;

internal static class Zip
{
    private const ushort Compress = 0;

    public static void Run(Action<MappedRegion, ushort> ring)
    {
        UacceDevice device = UacceDevice.FindAll().First(found => found.AvailableInstances is not 0 && found.Algorithms.Contains("zlib"));
        using UacceSession session = UacceSession.Open(device);
        ushort number = session.SetType(Compress);
        MappedRegion registers = session.Map(UacceRegion.Mmio);
        MappedRegion shared = session.Map(UacceRegion.DeviceUserShare);
        session.Start();
        shared.Write32(0, 0);
        ring(registers, number);
        if (!session.WaitForUpdate(TimeSpan.FromSeconds(1)))
            throw new TimeoutException(session.ToString());
        session.Stop();
    }
}

//// Queue by its own commands
using IoctlSharp.Uacce;

internal sealed class BareQueue(string path) : IDisposable
{
    private readonly UacceQueue _queue = UacceQueue.Open(path);

    public (ushort Number, int EntrySize, int Depth) Prepare(ushort type)
    {
        ushort number = _queue.SetType(type);
        HisiQpInfo info = _queue.GetQueueInfo();
        return (number, (int)info.SqeSize, info.SqDepth);
    }

    public bool TryStart()
    {
        try
        {
            _queue.Start();
            return true;
        }
        catch (IoctlException e) when (e.Error is Errno.EINVAL or Errno.ENXIO)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (_queue.IsClosed)
            return;
        try
        {
            _queue.Stop();
        }
        catch (IoctlException e) when (e.Error == Errno.ENXIO)
        {
            Console.Error.WriteLine($"{path} is gone");
        }
        finally
        {
            _queue.Dispose();
        }
    }
}

//// Doorbell layout by the interface version
using IoctlSharp.Uacce;

internal abstract record Doorbells(UacceSession Session, MappedRegion Registers)
{
    public static Doorbells For(UacceSession session) => session.Device.Api switch
    {
        HisiQmIoctls.ApiVersion1 => new First(session, session.Map(UacceRegion.Mmio)),
        HisiQmIoctls.ApiVersion2 or HisiQmIoctls.ApiVersion3 or HisiQmIoctls.ApiVersion5 => new Later(session, session.Map(UacceRegion.Mmio)),
        var other => throw new NotSupportedException($"{session.Device}: {other}"),
    };

    public abstract void Ring(ushort queue, byte command, ushort index);

    private sealed record First(UacceSession Session, MappedRegion Registers) : Doorbells(Session, Registers)
    {
        public override void Ring(ushort queue, byte command, ushort index) => Registers.Write64(0x340, queue | (ulong)command << 16 | (ulong)index << 32);
    }

    private sealed record Later(UacceSession Session, MappedRegion Registers) : Doorbells(Session, Registers)
    {
        public override void Ring(ushort queue, byte command, ushort index)
        {
            ulong value = queue & 0x3fful | (ulong)command << 12 | (ulong)index << 32;
            Registers.Write64(0x1000, value);
        }
    }
}
