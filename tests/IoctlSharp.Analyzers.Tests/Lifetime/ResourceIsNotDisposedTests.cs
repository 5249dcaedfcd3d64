using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class ResourceIsNotDisposedTests
{
    [Fact]
    public Task Used_and_forgotten() => Rule.Flags(
        RuleIds.ResourceIsNotDisposed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, DmaBuffer buffer)
            {
                DmaMapping [|mapping|] = container.Map(buffer, 0x1000);
                Console.WriteLine($"{mapping} at {mapping.Iova}");
            }
            public static uint B(VfioDevice device)
            {
                MappedRegion [|registers|] = device.Map(0, 4096);
                registers.Write32(0, 1);
                return registers.Read32(4);
            }
            public static void C(VfioGroup group, string name, bool reset)
            {
                var [|device|] = group.GetDevice(name);
                if (device is not null && reset)
                    device.Reset();
            }
            public static void D(VfioContainer container)
            {
                DmaBuffer [|buffer|] = new(4096);
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = 0x10000, Size = buffer.Size });
            }
            public static bool E()
            {
                EventFd [|signal|] = new();
                signal.Signal();
                return signal.WaitToRead(TimeSpan.Zero);
            }
            public static int F(SafeHandle handle)
            {
                BorrowedFd [|fd|] = new(handle);
                return fd.Value;
            }
        }
        """,
        "Nothing disposes 'mapping', a 'DmaMapping', so that the kernel gets back late or never what it holds: declare it with 'using'");

    [Fact]
    public Task Never_named() => Rule.Flags(
        RuleIds.ResourceIsNotDisposed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, DmaBuffer buffer) => [|container.Map(buffer, 0x1000)|];
            public static int B() => [|VfioContainer.Open()|].GetApiVersion();
            public static VfioDevice C(string name) => [|VfioGroup.Open(4)|].GetDevice(name);
            public static void D(VfioDevice device) { [|device.Map(0, 4096)|]; }
        }
        """,
        "Nothing disposes what 'Map' returns, a 'DmaMapping', so that the kernel gets back late or never what it holds: keep it in a local that is declared with 'using', or discard it with '_ =' where it is meant to stay");

    [Fact]
    public Task Given_out_by_a_call_that_succeeded() => Rule.Flags(
        RuleIds.ResourceIsNotDisposed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static bool A(VfioGroup group, string name)
            {
                Errno error = group.TryGetDevice(name, out VfioDevice [|device|]);
                return error == Errno.None && device.TryReset() == Errno.None;
            }
        }
        """,
        "Nothing disposes 'device', a 'VfioDevice', so that the kernel gets back late or never what it holds: dispose it when the call succeeded");

    [Fact]
    public Task Kinds_of_file_of_ones_own() => Rule.Flags(
        RuleIds.ResourceIsNotDisposed,
        """
        public sealed class Toaster : DeviceHandle
        {
            public Toaster(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
            public Toaster(string path) : base(path) { }
        }
        [IoctlGroup('x')]
        internal static partial class Toasters
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Start(this Toaster toaster);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Toaster OpenSlot(this Toaster toaster, uint slot);
        }
        internal static class Driver
        {
            public static void A(string path)
            {
                Toaster [|toaster|] = new(path);
                toaster.Start();
            }
            public static void B(Toaster toaster)
            {
                Toaster [|slot|] = toaster.OpenSlot(1);
                slot.Start();
            }
            public static void C(int fd)
            {
                Toaster [|toaster|] = new((IntPtr)fd, ownsHandle: true);
                toaster.Start();
            }
        }
        """);

    [Fact]
    public Task Disposed_in_any_way() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, DmaBuffer buffer, bool sometimes)
            {
                using DmaMapping first = container.Map(buffer, 0x1000);
                DmaMapping second = container.Map(buffer, 0x3000);
                second.Dispose();
                DmaMapping third = container.Map(buffer, 0x5000);
                if (sometimes)
                    third?.Dispose();
                DmaMapping fourth = container.Map(buffer, 0x7000);
                using (fourth)
                    Console.WriteLine(fourth.Iova);
                EventFd fifth = new();
                try { fifth.Signal(); } finally { fifth.Close(); }
                EventFd sixth = new();
                ((IDisposable)sixth).Dispose();
                _ = container.Map(buffer, 0x9000);
            }
            public static void B(VfioContainer container, DmaBuffer buffer)
            {
                var _ = container.Map(buffer, 0x1000);
            }
        }
        """);

    [Fact]
    public Task Stored_returned_passed_on_or_captured() => Rule.IsSilent(
        """
        using System.Collections.Generic;
        using IoctlSharp.Vfio;
        internal sealed class Driver(VfioDevice device) : IDisposable
        {
            private readonly List<IDisposable> _owned = [];
            private EventFd? _signal;
            public DmaMapping A(VfioContainer container, ulong size)
            {
                DmaBuffer buffer = new(size);
                DmaMapping mapping = container.Map(buffer, 0x1000);
                return mapping;
            }
            public void B()
            {
                EventFd signal = new();
                _signal = signal;
                MappedRegion region = device.Map(0, 4096);
                _owned.Add(region);
                EventFd bound = new();
                if (device.SetIrqs(1, VfioIrqSetFlags.ActionTrigger, 0, [bound]) != 0)
                    throw new InvalidOperationException();
            }
            public Action C()
            {
                EventFd signal = new();
                return () => signal.Signal();
            }
            public (EventFd, EventFd[]) D()
            {
                EventFd one = new(), other = new();
                return (one, [other]);
            }
            public static void E(EventFd given, out EventFd made)
            {
                EventFd made2 = new();
                made = made2;
                EventFd alias = given;
                alias.Signal();
            }
            public static IEnumerable<EventFd> F()
            {
                EventFd one = new();
                yield return one;
            }
            public void Dispose() => _owned.ForEach(item => item.Dispose());
        }
        """);

    [Fact]
    public Task What_belongs_to_somebody_else() => Rule.IsSilent(
        """
        using IoctlSharp.Uacce;
        using IoctlSharp.Vfio;
        public sealed class Toaster : DeviceHandle
        {
            public Toaster(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
            public Toaster() : base((IntPtr)0, ownsHandle: false) { }
            public void Shutdown() => Dispose();
        }
        [IoctlGroup('x')]
        internal static partial class Toasters
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Start(this Toaster toaster);
        }
        internal static class Driver
        {
            private static Toaster s_shared = new();
            private static Toaster Shared() => s_shared;
            public static void A(int fd, DmaMapping mapping, UacceSession session)
            {
                Toaster borrowed = new((IntPtr)fd, ownsHandle: false);
                borrowed.Start();
                Toaster input = new();
                input.Start();
                Toaster shared = Shared();
                shared.Start();
                Toaster ended = new((IntPtr)fd, ownsHandle: true);
                ended.Shutdown();
                DmaBuffer buffer = mapping.Buffer;
                Console.WriteLine(buffer.Size);
                MappedRegion region = session.Map(UacceRegion.Mmio);
                Console.WriteLine(region.Read32(0));
                Shared().Start();
            }
            public static ulong B(VfioContainer container)
            {
                SpaprWindow window = container.CreateSpaprWindow(1 << 20, 16);
                return window.Start;
            }
        }
        """);

    [Fact]
    public Task What_may_be_nothing() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            private static void Fails(Action call) { try { call(); } catch (IoctlException e) { Console.WriteLine(e.Error); } }
            public static void A(VfioDevice device, VfioContainer container, DmaBuffer buffer, VfioGroup group)
            {
                device.SetMigrationState(VfioMigrationState.Running);
                VfioMigrationData? data = device.SetMigrationState(VfioMigrationState.Stop);
                Console.WriteLine(data is null);
                Fails(() => container.Map(buffer, 0x1000));
                Fails(() => group.GetDevice("nothing"));
            }
        }
        """);
}
