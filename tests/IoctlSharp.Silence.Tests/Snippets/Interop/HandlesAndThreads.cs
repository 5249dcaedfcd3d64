//// A descriptor that is lent to a raw call
using IoctlSharp.Vfio;

internal static class Duplicate
{
    [DllImport("libc", SetLastError = true)]
    private static extern int dup(int fd);

    public static VfioDevice Of(VfioDevice device)
    {
        using BorrowedFd fd = new(device);
        int copy = dup(fd.Value);
        if (copy < 0)
            throw new InvalidOperationException($"dup: {(Errno)Marshal.GetLastPInvokeError()}");
        return new VfioDevice(copy, ownsHandle: true);
    }
}

//// DangerousAddRef and release in finally
internal static class HandleText
{
    public static string Link(SafeHandle handle)
    {
        bool held = false;
        try
        {
            handle.DangerousAddRef(ref held);
            return System.IO.File.ResolveLinkTarget($"/proc/self/fd/{handle.DangerousGetHandle()}", returnFinalTarget: false)?.FullName ?? "";
        }
        finally
        {
            if (held)
                handle.DangerousRelease();
        }
    }
}

//// A descriptor of its own or none
[KernelStruct("notify")]
public partial struct Notify
{
    public uint Queue;
    public int Fd;
}

[IoctlGroup('n')]
public static partial class NotifyCalls
{
    [Ioctl(IoctlMacro.IOW, 9)]
    public static partial void SetNotify(this Device device, in Notify notify);

    public static void Attach(this Device device, uint queue, EventFd? eventfd)
    {
        using BorrowedFd fd = BorrowedFd.OrNone(eventfd);
        device.SetNotify(new Notify { Queue = queue, Fd = fd.Value });
    }

    public static void Detach(this Device device, uint queue) => device.SetNotify(new Notify { Queue = queue, Fd = -1 });
}

//// An interrupt thread that stops
using System.Threading;
using IoctlSharp.Vfio;

internal sealed class InterruptThread : IDisposable
{
    private readonly EventFd _irq = new();
    private readonly Thread _thread;
    private readonly VfioDevice _device;
    private volatile bool _stops;

    public InterruptThread(VfioDevice device, Action<ulong> handler)
    {
        _device = device;
        if (device.SetIrqs((uint)VfioPciIrq.Msi, VfioIrqSetFlags.ActionTrigger, 0, [_irq]) != 0)
            throw new InvalidOperationException("no vector is left");
        _thread = new Thread(() =>
        {
            while (!_stops)
            {
                if (_irq.Wait(TimeSpan.FromMilliseconds(100), out ulong count))
                    handler(count);
            }
        }) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _stops = true;
        _thread.Join();
        _device.SetIrqs((uint)VfioPciIrq.Msi, VfioIrqSetFlags.ActionTrigger, start: 0, count: 0);
        _irq.Dispose();
    }
}

//// A handle class of its own
using Microsoft.Win32.SafeHandles;

internal sealed class SpiHandle : SafeHandleMinusOneIsInvalid
{
    public SpiHandle() : base(ownsHandle: true) { }

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int fd);

    [DllImport("libc", SetLastError = true)]
    private static extern SpiHandle open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    public static bool TryOpen(string path, out SpiHandle handle)
    {
        handle = open(path, 2);
        return !handle.IsInvalid;
    }

    protected override bool ReleaseHandle() => close((int)handle) == 0;
}

//// Calls from many threads with one retry
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Iommu;

internal sealed class Cleaner(Iommufd iommufd)
{
    public async Task<bool> DestroyAsync(ObjectId id, CancellationToken cancellation)
    {
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Errno error = await Task.Run(() => iommufd.TryDestroy(id), cancellation);
            switch (error)
            {
                case Errno.None:
                    return true;
                case Errno.EBUSY:
                    await Task.Delay(10 << attempt, cancellation);
                    break;
                default:
                    throw new IoctlException(IommufdIoctls.Commands.IOMMU_DESTROY, error);
            }
        }

        return false;
    }
}

//// Logging between calls
using System.IO;
using IoctlSharp.Vfio;

internal sealed class LoggedReset(VfioDevice device, TextWriter log)
{
    public bool Run()
    {
        log.WriteLine($"resetting {device}");
        Errno error = device.TryReset();
        log.WriteLine(error == Errno.None ? "done" : $"failed: {error.Name()} ({error.Text()})");
        log.Flush();
        return error is Errno.None;
    }
}

//// The owner of a whole stack of handles
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal sealed class Session : IDisposable
{
    private readonly Stack<IDisposable> _owned = new();

    public VfioDevice Device { get; }

    public Session(int number, string name)
    {
        try
        {
            VfioContainer container = Own(VfioContainer.Open());
            VfioGroup group = Own(VfioGroup.Open(number));
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1v2Iommu);
            Device = Own(group.GetDevice(name));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (_owned.TryPop(out IDisposable? one))
            one.Dispose();
    }

    private T Own<T>(T resource) where T : IDisposable
    {
        _owned.Push(resource);
        return resource;
    }
}

//// A lazy device that is disposed once
using System.Threading;
using IoctlSharp.Vfio;

internal sealed class LazyDevice(VfioGroup group, string name) : IDisposable
{
    private readonly Lazy<VfioDevice> _device = new(() => group.GetDevice(name), LazyThreadSafetyMode.ExecutionAndPublication);
    private int _isDisposed;

    public VfioDevice Value
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
            return _device.Value;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0 && _device.IsValueCreated)
            _device.Value.Dispose();
    }
}

//// The end of a mapping off the thread
using System.Threading.Tasks;
using IoctlSharp.Vfio;

internal sealed class AsyncMapping(VfioContainer container, ulong size) : IAsyncDisposable
{
    private readonly DmaBuffer _buffer = new(size);
    private DmaMapping? _mapping;

    public async Task<ulong> StartAsync(ulong iova)
    {
        _mapping = await Task.Run(() => container.Map(_buffer, iova));
        return _mapping.Iova;
    }

    public async ValueTask DisposeAsync()
    {
        if (_mapping is { } mapping)
            await Task.Run(mapping.Dispose);
        _buffer.Dispose();
    }
}

//// A stream of records until it ends
using System.Collections.Generic;
using System.Runtime.InteropServices;
using IoctlSharp.Vfio;

internal static class MigrationReader
{
    public static List<byte[]> Drain(VfioMigrationData data, int limit)
    {
        List<byte[]> chunks = [];
        byte[] buffer = GC.AllocateUninitializedArray<byte>(1 << 16);
        for (int total = 0; total < limit;)
        {
            int read = data.ReadNext(buffer);
            if (read == 0)
                break;
            chunks.Add(buffer.AsSpan(0, read).ToArray());
            total += read;
        }

        return chunks;
    }
}
