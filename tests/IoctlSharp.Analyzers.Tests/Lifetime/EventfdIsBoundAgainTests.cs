using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class EventfdIsBoundAgainTests
{
    [Fact]
    public Task In_the_loop_that_waits() => Rule.Flags(
        RuleIds.EventfdIsBoundAgain,
        """
        using System.Threading;
        using IoctlSharp.Vfio;
        internal sealed class Driver(VfioDevice device)
        {
            private readonly EventFd _signal = new();
            public static void A(VfioDevice device, EventFd pin, Func<bool> handle)
            {
                do
                {
                    [|device.SetIrqs((uint)VfioPciIrq.Intx, VfioIrqSetFlags.ActionTrigger, 0, [pin])|];
                    pin.Wait(Timeout.InfiniteTimeSpan);
                }
                while (handle());
            }
            public static void B(VfioDevice device, uint index, Action handle)
            {
                using EventFd message = new();
                while (message.Wait(TimeSpan.FromSeconds(1)))
                {
                    handle();
                    if ([|device.SetIrqs(index, VfioIrqSetFlags.ActionTrigger, 0, new EventFd?[] { message })|] != 0)
                        throw new InvalidOperationException();
                }
            }
            public void C(CancellationToken cancellation)
            {
                while (!cancellation.IsCancellationRequested)
                {
                    int left = [|device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [_signal])|];
                    if (_signal.WaitToRead(TimeSpan.FromMilliseconds(50)) && left == 0)
                        Console.WriteLine("one");
                }
            }
        }
        """,
        "'SetIrqs' binds 'pin' anew in each round of the loop that waits for it, and what comes meanwhile can be lost: bind it once in front of the loop, and in the loop unmask an INTx with ActionUnmask, which messages do not need");

    [Fact]
    public Task Calls_of_ones_own() => Rule.Flags(
        RuleIds.EventfdIsBoundAgain,
        """
        using System.Threading;
        [KernelStruct("toast_notify")] public partial struct ToastNotify { public uint Slot; public int Eventfd; }
        [IoctlGroup('T')]
        internal static partial class Toasters
        {
            [Ioctl(IoctlMacro.IOW, 1, Argument = typeof(ToastNotify))]
            public static partial void Notify(this Device device, [Field(nameof(ToastNotify.Slot))] uint slot, [Field(nameof(ToastNotify.Eventfd)), Binds("take the toast")] EventFd? done);
        }
        internal static class Driver
        {
            public static void A(Device device, EventFd done)
            {
                for (int toast = 0; toast < 10; toast++)
                {
                    [|device.Notify(0, done)|];
                    done.Wait(Timeout.InfiniteTimeSpan);
                }
            }
        }
        """,
        "'Notify' binds 'done' anew in each round of the loop that waits for it, and what comes meanwhile can be lost: bind it once in front of the loop, and in the loop take the toast");

    [Fact]
    public Task Once_and_unmasked() => Rule.IsSilent(
        """
        using System.Threading;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device, EventFd pin, Func<bool> handle)
            {
                if (device.SetIrqs(0, VfioIrqSetFlags.ActionTrigger, 0, [pin]) != 0)
                    return;
                do
                {
                    pin.Wait(Timeout.InfiniteTimeSpan);
                    device.SetIrqs(0, VfioIrqSetFlags.ActionUnmask, 0, 1);
                }
                while (handle());
            }
        }
        """);

    [Fact]
    public Task Another_binding_each_time() => Rule.IsSilent(
        """
        using System.Collections.Generic;
        using System.Threading;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            private static void Quiesce(VfioDevice device) => device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, 0);
            public static void A(VfioDevice device, List<VfioDevice> devices, EventFd signal, uint vectors)
            {
                for (uint vector = 0; vector < vectors; vector++)
                {
                    device.SetIrqs(2, VfioIrqSetFlags.ActionTrigger, vector, [signal]);
                    signal.Wait(Timeout.InfiniteTimeSpan);
                }
                foreach (VfioDevice one in devices)
                {
                    one.SetIrqs(2, VfioIrqSetFlags.ActionTrigger, 0, [signal]);
                    signal.Wait(Timeout.InfiniteTimeSpan);
                }
                for (int round = 0; round < 3; round++)
                {
                    using EventFd fresh = new();
                    device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [fresh]);
                    fresh.Wait(Timeout.InfiniteTimeSpan);
                }
                for (int round = 0; round < 3; round++)
                {
                    device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [signal]);
                    signal.Wait(Timeout.InfiniteTimeSpan);
                    device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, 0);
                }
                for (int round = 0; round < 3; round++)
                {
                    device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [signal]);
                    signal.Wait(Timeout.InfiniteTimeSpan);
                    Quiesce(device);
                }
            }
            public static void B(VfioDevice device, EventFd one, EventFd other, Func<bool> isLost)
            {
                while (true)
                {
                    if (isLost())
                        device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [one]);
                    if (!one.Wait(TimeSpan.FromSeconds(1)))
                        return;
                }
            }
            public static void C(VfioDevice device, EventFd one, EventFd other)
            {
                while (other.Wait(Timeout.InfiniteTimeSpan))
                    device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [one]);
            }
        }
        """);

    [Fact]
    public Task Objects_that_unbind_themselves() => Rule.IsSilent(
        """
        using System.Threading;
        using IoctlSharp.Vfio;
        internal sealed class Driver(VfioDevice device, EventFd signal)
        {
            private readonly VfioDevice _device = device;
            private void Disable() => _device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, 0);
            public void Run()
            {
                for (int round = 0; round < 3; round++)
                {
                    _device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [signal]);
                    signal.Wait(Timeout.InfiniteTimeSpan);
                    Disable();
                }
            }
        }
        """);
}
