//// Loop that serves INTx and unmasks it
using System.Threading;
using IoctlSharp.Vfio;

internal sealed class PinLoop(VfioDevice device, EventFd pin, Action acknowledge)
{
    private const uint Intx = (uint)VfioPciIrq.Intx;

    public void Run(CancellationToken cancellation)
    {
        int refused = device.SetIrqs(Intx, VfioIrqSetFlags.ActionTrigger, 0, [pin]);
        if (refused != 0)
            throw new InvalidOperationException($"only {refused} vectors are left");
        while (!cancellation.IsCancellationRequested)
        {
            if (!pin.Wait(TimeSpan.FromMilliseconds(50)))
                continue;
            acknowledge();
            device.SetIrqs(Intx, VfioIrqSetFlags.ActionUnmask, 0, 1);
        }

        device.SetIrqs(Intx, VfioIrqSetFlags.ActionTrigger, 0, 0);
    }
}

//// Awaitable interrupt on the thread pool
using System.Threading;
using System.Threading.Tasks;

namespace Acme.Drivers.Interrupts;

internal static class EventFdExtensions
{
    public static Task<ulong> WaitAsync(this EventFd eventfd, CancellationToken cancellation) => Task.Run(() =>
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (eventfd.Wait(TimeSpan.FromMilliseconds(100), out ulong count))
                return count;
        }
    }, cancellation);
}

//// Owner of as many MSI-X vectors as the device has
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

public sealed class MsixVectors : IDisposable
{
    private const uint Index = (uint)VfioPciIrq.Msix;
    private readonly VfioDevice _device;
    private readonly EventFd[] _vectors;

    public MsixVectors(VfioDevice device, int wanted)
    {
        _device = device;
        int count = (int)Math.Min(device.GetIrqInfo(Index).Count, (uint)wanted);
        _vectors = [.. Enumerable.Range(0, count).Select(_ => new EventFd())];
        int left = device.SetIrqs(Index, VfioIrqSetFlags.ActionTrigger, 0, _vectors);
        if (left > 0)
            throw new InvalidOperationException($"{count} vectors wanted, {left} to be had");
    }

    public IReadOnlyList<EventFd> Vectors => _vectors;

    public void Dispose()
    {
        if (!_device.IsClosed)
            _device.SetIrqs(Index, VfioIrqSetFlags.ActionTrigger, 0, 0);
        Array.ForEach(_vectors, vector => vector.Dispose());
    }
}

//// Best interrupt mode of a device
using IoctlSharp.Vfio;

internal enum Delivery { None, Pin, Message, ManyMessages }

internal static class Modes
{
    public static Delivery Best(VfioDevice device)
    {
        return (Count(VfioPciIrq.Msix), Count(VfioPciIrq.Msi), Count(VfioPciIrq.Intx)) switch
        {
            ( > 1, _, _) => Delivery.ManyMessages,
            (_, > 0, _) => Delivery.Message,
            (1, 0, _) => Delivery.ManyMessages,
            (0, 0, 1) => Delivery.Pin,
            _ => Delivery.None,
        };

        uint Count(VfioPciIrq index) => device.TryGetIrqInfo((uint)index, out VfioIrqInfo info) == Errno.None ? info.Count : 0;
    }
}

//// Retry with fewer vectors
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class Vectors
{
    public static int EnableUpTo(VfioDevice device, List<EventFd> eventfds)
    {
        int count = eventfds.Count;
        while (count > 0)
        {
            int answer = device.SetIrqs((uint)VfioPciIrq.Msix, VfioIrqSetFlags.ActionTrigger, 0, CollectionsMarshal.AsSpan(eventfds)[..count]);
            if (answer == 0)
                return count;
            count = Math.Min(answer, count - 1);
        }

        return 0;
    }
}

//// Unmask by eventfd instead of ioctl
using IoctlSharp.Vfio;

internal sealed record PinPair(EventFd Fired, EventFd Resample) : IDisposable
{
    public static PinPair Bind(VfioDevice device)
    {
        PinPair pair = new(new EventFd(), new EventFd());
        try
        {
            if (device.SetIrqs(0, VfioIrqSetFlags.ActionTrigger, 0, [pair.Fired]) != 0)
                throw new NotSupportedException("no line");
            if (device.SetIrqs(0, VfioIrqSetFlags.ActionUnmask, 0, [pair.Resample]) != 0)
                throw new NotSupportedException("no resample");
            return pair;
        }
        catch
        {
            pair.Dispose();
            throw;
        }
    }

    public void EndOfInterrupt() => Resample.Signal();

    public void Dispose()
    {
        Fired.Dispose();
        Resample.Dispose();
    }
}

//// Scope that keeps the pin masked
using IoctlSharp.Vfio;

internal readonly ref struct MaskedScope
{
    private readonly VfioDevice _device;

    public MaskedScope(VfioDevice device)
    {
        _device = device;
        Set(VfioIrqSetFlags.ActionMask);
    }

    public void Dispose() => Set(VfioIrqSetFlags.ActionUnmask);

    private void Set(VfioIrqSetFlags action) => _device.SetIrqs((uint)VfioPciIrq.Intx, action, 0, 1);
}

//// Selective masking with a byte map
using IoctlSharp.Vfio;

internal static class SelectiveMask
{
    public static void Apply(VfioDevice platform, uint index, ReadOnlySpan<bool> masked)
    {
        VfioIrqInfo info = platform.GetIrqInfo(index);
        if (!info.Flags.HasFlag(VfioIrqFlags.Maskable))
            throw new NotSupportedException("cannot be masked");
        Span<byte> which = stackalloc byte[(int)info.Count];
        for (int i = 0; i < masked.Length && i < which.Length; i++)
            which[i] = masked[i] ? (byte)1 : (byte)0;
        platform.SetIrqs(index, VfioIrqSetFlags.ActionMask, 0, which);
        foreach (ref byte one in which)
            one ^= 1;
        platform.SetIrqs(index, VfioIrqSetFlags.ActionUnmask, 0, which);
    }
}

//// Channel of interrupts for async consumers
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using IoctlSharp.Vfio;

internal sealed class InterruptPump : IAsyncDisposable
{
    private readonly Channel<ulong> _channel = Channel.CreateUnbounded<ulong>(new UnboundedChannelOptions { SingleWriter = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly EventFd _eventfd = new();
    private readonly Task _pump;

    public InterruptPump(VfioDevice device, VfioPciIrq index)
    {
        if (device.SetIrqs((uint)index, VfioIrqSetFlags.ActionTrigger, 0, new EventFd?[] { _eventfd }) is > 0 and int left)
            throw new InvalidOperationException($"{left} vectors left");
        _pump = Task.Factory.StartNew(Pump, TaskCreationOptions.LongRunning);
    }

    public ChannelReader<ulong> Reader => _channel.Reader;

    private void Pump()
    {
        while (!_stop.IsCancellationRequested)
            if (_eventfd.Wait(TimeSpan.FromMilliseconds(20), out var count))
                _channel.Writer.TryWrite(count);
        _channel.Writer.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pump;
        _eventfd.Dispose();
        _stop.Dispose();
    }
}

//// Hand-written vfio_irq_set over libc
using IoctlSharp.Vfio;

internal static class RawIrqs
{
    [StructLayout(LayoutKind.Sequential)]
    private struct irq_set_one
    {
        public uint argsz, flags, index, start, count;
        public int eventfd;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, ref irq_set_one argument);

    public static void Enable(int device, int eventfd)
    {
        irq_set_one set = new() { argsz = (uint)Unsafe.SizeOf<irq_set_one>(), flags = 1 << 2 | 1 << 5, index = 1, count = 1, eventfd = eventfd };
        if (ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_SET_IRQS.Number, ref set) < 0)
            throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
    }
}

//// Own group with the interrupt call of another driver
[Flags]
[KernelConstants("ACME_IRQ_")]
public enum AcmeIrqFlags : uint { Mask = 1, Unmask = 2, Trigger = 4, Actions = Mask | Unmask | Trigger }

[KernelStruct("acme_irq")]
public partial struct AcmeIrq
{
    [ArgSize] private uint _argsz;
    [ExactlyOne(AcmeIrqFlags.Actions)] public AcmeIrqFlags Flags;
    public uint Vector;
    public int Eventfd;
}

[IoctlGroup('A')]
public static partial class AcmeIrqs
{
    [Ioctl(IoctlMacro.IOW, 4, Name = "ACME_SET_IRQ")]
    public static partial void SetIrq(this Device device, in AcmeIrq irq, [Field(nameof(AcmeIrq.Eventfd))] EventFd? eventfd);
}

public static class AcmeUser
{
    public static void Arm(Device device, EventFd eventfd, bool quiet)
    {
        AcmeIrq irq = new() { Vector = 3, Flags = quiet ? AcmeIrqFlags.Mask : AcmeIrqFlags.Trigger };
        device.SetIrq(irq, quiet ? null : eventfd);
        device.SetIrq(irq with { Flags = AcmeIrqFlags.Unmask }, null);
    }
}

//// Command through a rented array that is cleared
using System.Buffers;
using IoctlSharp.Vfio;

internal static class Rented
{
    [DllImport("libc", SetLastError = true)]
    private static extern unsafe int ioctl(int fd, nuint request, byte* argument);

    public static unsafe Errno SetIrqs(int fd, VfioPciIrq index, ReadOnlySpan<int> eventfds)
    {
        int size = Unsafe.SizeOf<VfioIrqSet>() + eventfds.Length * sizeof(int);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(size);
        Array.Clear(bytes, 0, size);
        try
        {
            BitConverter.TryWriteBytes(bytes, size);
            BitConverter.TryWriteBytes(bytes.AsSpan(4), (uint)(VfioIrqSetFlags.DataEventfd | VfioIrqSetFlags.ActionTrigger));
            BitConverter.TryWriteBytes(bytes.AsSpan(8), (uint)index);
            BitConverter.TryWriteBytes(bytes.AsSpan(16), eventfds.Length);
            MemoryMarshal.AsBytes(eventfds).CopyTo(bytes.AsSpan(20));
            fixed (byte* argument = bytes)
                return ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_SET_IRQS.Number, argument) < 0 ? (Errno)Marshal.GetLastPInvokeError() : Errno.None;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
