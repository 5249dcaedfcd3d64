//// Queue of a compression accelerator
using IoctlSharp.Uacce;
using System.Linq;

internal sealed class Zip : IDisposable
{
    private readonly UacceSession _session;
    private readonly MappedRegion _doorbells;

    private Zip(UacceSession session)
    {
        _session = session;
        _doorbells = session.Map(UacceRegion.Mmio);
    }

    public static Zip? TryOpen()
    {
        UacceDevice? device = UacceDevice.FindAll().FirstOrDefault(device => device.Algorithms.Contains("zlib") && device.AvailableInstances is null or > 0);
        if (device is null)
            return null;
        UacceSession session = UacceSession.Open(device);
        try
        {
            _ = session.SetType(0);
            Zip zip = new(session);
            session.Start();
            return zip;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Ring(ushort tail) => _doorbells.Write32(0x1000, tail);

    public void Dispose()
    {
        _session.Stop();
        _doorbells.Dispose();
        _session.Dispose();
    }
}

//// Bare queue in its order
using IoctlSharp.Uacce;

internal static class Bare
{
    public static uint Depth(string path)
    {
        using UacceQueue queue = UacceQueue.Open(path);
        ushort id = queue.SetType(1);
        HisiQpInfo info = queue.GetQueueInfo();
        queue.Start();
        queue.Stop();
        return info.SqDepth + (uint)id * 0;
    }
}

//// Batch of copies with one wait each
using IoctlSharp.Idxd;

internal sealed class BatchCopy(DsaPortal portal, int depth) : IDisposable
{
    private readonly DsaHwDesc[] _descriptors = new DsaHwDesc[depth];
    private readonly DsaCompletion[] _completions = Array.ConvertAll(new object[depth], _ => new DsaCompletion());

    public uint Run(DmaBuffer from, DmaBuffer to, uint chunk)
    {
        for (int i = 0; i < depth; i++)
        {
            _descriptors[i] = new DsaHwDesc
            {
                Opcode = DsaOpcode.MemoryMove,
                Flags = IdxdOperationFlags.BlockOnFault,
                SrcAddr = from.Address.Value + (ulong)i * chunk,
                DstAddr = to.Address.Value + (ulong)i * chunk,
                XferSize = chunk,
            };
        }

        int submitted = portal.Submit(_descriptors, _completions);
        uint done = 0;
        for (int i = 0; i < submitted; i++)
        {
            DsaCompletionRecord record = _completions[i].Wait(TimeSpan.FromSeconds(1));
            done += record.Outcome is DsaCompletionStatus.Success ? chunk : record.BytesCompleted;
        }

        return done;
    }

    public void Dispose() => Array.ForEach(_completions, completion => completion.Dispose());
}

//// Polling with yields between
using IoctlSharp.Idxd;
using System.Threading.Tasks;

internal static class Polling
{
    public static async ValueTask<DsaCompletionRecord> WaitAsync(this DsaCompletion completion)
    {
        DsaCompletionRecord record;
        while (!completion.TryGetRecord(out record))
            await Task.Yield();
        return record;
    }
}

//// Shared or dedicated, by what the queue says
using IoctlSharp.Idxd;
using System.Collections.Generic;
using System.Linq;

internal static class Choice
{
    public static DsaPortal? Open(IEnumerable<IdxdWorkQueue> queues) => queues
        .Where(queue => queue is { State: IdxdQueueState.Enabled, Type: IdxdQueueType.User })
        .Where(queue => queue.Mode switch
        {
            IdxdQueueMode.Shared => IdxdInstructions.HasEnqcmd && queue.IsPasidEnabled,
            IdxdQueueMode.Dedicated => IdxdInstructions.HasMovdir64B,
            _ => false,
        })
        .OrderByDescending(queue => queue.Size)
        .Select(queue => DsaPortal.Open(queue, retries: 8))
        .FirstOrDefault();
}

//// Compare of two buffers
using IoctlSharp.Idxd;

internal static class Comparing
{
    public static bool AreEqual(DsaPortal portal, DmaBuffer one, DmaBuffer other)
    {
        using DsaCompletion completion = new();
        DsaHwDesc compare = new() { Opcode = DsaOpcode.Compare, SrcAddr = one.Address.Value, Src2Addr = other.Address.Value, XferSize = checked((uint)one.Size) };
        if (!portal.TrySubmit(in compare, completion))
            return one.Span.SequenceEqual(other.Span);
        return completion.Wait(TimeSpan.FromSeconds(5)) is { Outcome: DsaCompletionStatus.Success, Result: 0 };
    }
}
