//// Session over a group, kept by the caller
using System.Collections.Generic;
using System.Threading.Tasks;
using IoctlSharp.Vfio;

internal sealed class Session : IAsyncDisposable
{
    private readonly Stack<IDisposable> _owned = new();
    private T Own<T>(T item) where T : IDisposable { _owned.Push(item); return item; }
    public VfioDevice Device { get; }
    public Session(int number, string name)
    {
        VfioGroup group = Own(VfioGroup.Open(number));
        Device = Own(group.GetDevice(name));
    }
    public ValueTask DisposeAsync() { while (_owned.TryPop(out IDisposable? one)) one.Dispose(); return default; }
}

//// Lazy and one for each thread
using System.IO;
using System.Threading;
using IoctlSharp.Vfio;
internal static class Shared
{
    private static readonly Lazy<VfioContainer> s_container = new(VfioContainer.Open);
    private static readonly ThreadLocal<EventFd> s_signal = new(() => new EventFd());
    public static VfioContainer Container => s_container.Value;
    public static int Version() => Container.GetApiVersion();
    public static EventFd Signal() { EventFd e = s_signal.Value!; e.Signal(); return e; }
    public static VfioContainer? TryOpen() { VfioContainer c; try { c = VfioContainer.Open(); } catch (IOException) { return null; } return c.GetApiVersion() == 0 ? c : null; }
}

//// Eventfds in arrays and tuples
using System.Linq;
using IoctlSharp.Vfio;
internal static class Many
{
    public static EventFd[] Make(int n) => Enumerable.Range(0, n).Select(_ => new EventFd()).ToArray();
    public static (EventFd A, EventFd B) Pair() { var a = new EventFd(); var b = new EventFd(); return (a, b); }
    public static EventFd Pick(bool first) { EventFd a = new(); EventFd b = first ? a : new(); return b; }
    public static void Bind(VfioDevice device, ref EventFd? slot) { EventFd e = new(); slot = e; device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [slot]); }
    public static DmaBuffer Grow(DmaBuffer old) { DmaBuffer next = new(old.Size * 2); old.Dispose(); return next; }
}

//// Finally instead of using
using IoctlSharp.Vfio;
internal static class Old
{
    public static uint A(string path)
    {
        VfioContainer? container = null;
        try { container = VfioContainer.Open(); return (uint)container.GetApiVersion(); }
        finally { container?.Dispose(); }
    }
    public static ulong B(VfioContainer c, DmaBuffer b)
    {
        DmaMapping m = c.Map(b, 0x1000);
        try { return m.Iova; } finally { m.Dispose(); }
    }
}

//// Kept by a delegate and closed by a local function
using IoctlSharp.Vfio;
internal static class Fun
{
    public static void A(VfioContainer c, DmaBuffer b, Action<IDisposable> keep)
    {
        DmaMapping m = c.Map(b, 0x1000);
        keep(m);
        EventFd e = new();
        void Stop() => e.Dispose();
        Stop();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => c.Dispose();
    }
}

//// Polling with a pause in a method of its own
using System.Threading;
using IoctlSharp.Vfio;
internal static class Polling
{
    private static void Pause() => Thread.Sleep(1);
    public static void A(VfioDevice d)
    {
        while (d.TryReset() != Errno.None)
            Pause();
        var spin = new SpinWait();
        while (d.TryReset() == Errno.EBUSY)
            spin.SpinOnce();
        Errno error;
        do error = d.TryReset(); while (error == Errno.EBUSY);
    }
    public static int Version(VfioContainer c)
    {
        int attempts = 0;
        while (true)
        {
            try { return c.GetApiVersion(); }
            catch (IoctlException) when (++attempts < 3) { }
        }
    }
}

//// Probes that take a refusal for an answer
using IoctlSharp.Vfio;
internal static class Probes
{
    public static bool Has(VfioDevice d, uint index) { try { d.GetRegionInfo(index); return true; } catch (IoctlException) { return false; } }
    public static uint Count(VfioDevice d) { uint n = 0; try { while (true) { d.GetIrqInfo(n); n++; } } catch (IoctlException e) when (e.Error == Errno.EINVAL) { } return n; }
    public static void Wrap(VfioDevice d) { try { d.Reset(); } catch (IoctlException e) { throw new AggregateException(e); } }
    public static void Fallback(VfioDevice d, Action slow) { try { d.Reset(); } catch (IoctlException) { slow(); } }
}

//// One eventfd for vectors in turn
using System.Threading;
using IoctlSharp.Vfio;
internal static class Turn
{
    public static void A(VfioDevice d, EventFd[] all)
    {
        for (int i = 0; i < all.Length; i++)
        {
            d.SetIrqs(2, VfioIrqSetFlags.ActionTrigger, (uint)i, [all[i]]);
            all[i].Wait(Timeout.InfiniteTimeSpan);
        }
        foreach (EventFd one in all)
        {
            d.SetIrqs(2, VfioIrqSetFlags.ActionTrigger, 0, [one]);
            one.Wait(Timeout.InfiniteTimeSpan);
        }
    }
    public static void B(VfioDevice d, EventFd one, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            d.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [one]);
            if (one.Wait(TimeSpan.FromSeconds(1)))
                return;
            d.Reset();
        }
    }
}
