using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class AddressOutlivesItsPinTests
{
    [Fact]
    public Task Used_behind_fixed() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static unsafe void A(Device device, byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = bytes)
                    transfer.Data = [|(UserPointer)pointer|];
                device.Send(transfer);
            }
        }
        """,
        "'Data' keeps the address of 'bytes' after its 'fixed' ends, when the garbage collector may move it: make the call inside of 'fixed', or use memory that stays");

    [Fact]
    public Task Through_a_local() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static unsafe Transfer A(byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = &bytes[0])
                {
                    void* start = pointer + 4;
                    transfer.Data = [|(UserPointer)start|];
                }
                return transfer;
            }
        }
        """);

    [Fact]
    public Task Used_inside_only() => Rule.IsSilent(
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static unsafe void A(Device device, byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = bytes)
                {
                    transfer.Data = (UserPointer)pointer;
                    device.Send(transfer);
                    Transfer inner = new() { Data = (UserPointer)pointer };
                    device.Send(inner);
                }
                transfer = default;
            }
            public static unsafe void B(Device device, DmaBuffer buffer, void* any)
            {
                Transfer transfer = new() { Data = buffer.Address };
                device.Send(transfer);
                transfer.Data = (UserPointer)any;
                device.Send(transfer);
            }
        }
        """);

    [Fact]
    public Task However_the_struct_is_made() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static void A(Device device, byte[] bytes)
            {
                Transfer transfer;
                fixed (byte* pointer = bytes)
                    transfer = new Transfer { Data = [|(UserPointer)pointer|], Length = 1 };
                device.Send(transfer);
            }
            public static void B(Device device, string text)
            {
                Transfer transfer = default;
                fixed (char* pointer = text)
                    transfer = transfer with { Data = [|(UserPointer)pointer|] };
                device.Send(transfer);
            }
            public static Transfer C(byte[] bytes)
            {
                fixed (byte* pointer = bytes)
                    return new Transfer { Data = [|(UserPointer)pointer|] };
            }
            public static UserPointer D(byte[] bytes)
            {
                fixed (byte* pointer = bytes)
                    return [|(UserPointer)pointer|];
            }
            private static Transfer s_transfer;
            public static void E(byte[] bytes)
            {
                fixed (byte* pointer = bytes)
                    s_transfer.Data = [|(UserPointer)pointer|];
            }
        }
        """);

    [Fact]
    public Task The_number_is_used_behind_fixed() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static void A(Device device, byte[] bytes)
            {
                ulong address;
                fixed (byte* pointer = bytes)
                    address = (ulong)pointer;
                device.Send(new Transfer { Data = [|new UserPointer(address)|] });
            }
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            public static int B(int fd, nuint request, byte[] bytes)
            {
                byte* start;
                fixed (byte* pointer = bytes)
                    start = pointer;
                return ioctl(fd, request, [|start|]);
            }
        }
        """);

    [Fact]
    public Task Nothing_pins_it() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            public static void A(Device device, byte[] bytes) => device.Send(new Transfer { Data = [|(UserPointer)Unsafe.AsPointer(ref bytes[0])|] });
            public static void B(Device device)
            {
                byte[] bytes = new byte[16];
                Transfer transfer = default;
                transfer.Data = [|(UserPointer)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0)|];
                device.Send(transfer);
            }
            public static int C(int fd, nuint request, byte[] bytes) => ioctl(fd, request, [|Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes))|]);
        }
        """,
        "'Data' keeps the address of 'bytes[0]' which nothing pins, so that the garbage collector may move it: make the call inside of a 'fixed' of it, or use memory that stays");

    [Fact]
    public Task Its_handle_is_freed_first() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        using System.Buffers;
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static void A(Device device, byte[] bytes)
            {
                GCHandle handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
                Transfer transfer = new() { Data = [|(UserPointer)handle.AddrOfPinnedObject()|] };
                handle.Free();
                device.Send(transfer);
            }
            public static void B(Device device, Memory<byte> memory)
            {
                Transfer transfer = default;
                using (MemoryHandle handle = memory.Pin())
                    transfer.Data = [|(UserPointer)handle.Pointer|];
                device.Send(transfer);
            }
        }
        """,
        "'Data' keeps the address of 'handle.AddrOfPinnedObject()' after its handle is freed, when the garbage collector may move it: free the handle after the call, or use memory that stays");

    [Fact]
    public Task The_stack_of_a_method_that_returned() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static Transfer A()
            {
                byte* bytes = stackalloc byte[16];
                return new Transfer { Data = [|(UserPointer)bytes|], Length = 16 };
            }
            public static Transfer B(uint value)
            {
                Transfer transfer = default;
                transfer.Data = [|(UserPointer)(&value)|];
                return transfer;
            }
        }
        """,
        "'Data' keeps the address of 'stackalloc byte[16]' after the method returns, when the stack is used for something else: make the call inside of the method, or use memory that stays");

    [Fact]
    public Task A_struct_written_by_hand() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref spi_ioc_transfer argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            public struct spi_ioc_transfer { public ulong tx_buf, rx_buf; public uint len, speed_hz; public ushort delay_usecs; public byte bits_per_word, cs_change; public uint pad; }
            public struct i2c_msg { public ushort addr, flags, len; public byte* buf; }
            public static int A(int fd, nuint request, byte[] bytes)
            {
                spi_ioc_transfer transfer = new() { len = (uint)bytes.Length };
                fixed (byte* pointer = bytes)
                {
                    transfer.tx_buf = [|(ulong)pointer|];
                }
                return ioctl(fd, request, ref transfer);
            }
            public static int B(int fd, nuint request, byte[] bytes)
            {
                i2c_msg message = default;
                fixed (byte* pointer = bytes)
                    message.buf = [|pointer|];
                return ioctl(fd, request, &message);
            }
        }
        """);

    [Fact]
    public Task What_stays_and_what_is_used_in_time() => Rule.IsSilent(
        """
        using System.Buffers;
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            private static readonly byte[] s_pinned = GC.AllocateArray<byte>(64, pinned: true);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            public struct Message { public ulong Buffer; public uint Length; }
            public static void A(Device device)
            {
                Transfer transfer = default;
                fixed (byte* pointer = s_pinned)
                    transfer.Data = (UserPointer)pointer;
                device.Send(transfer);
                byte[] bytes = GC.AllocateUninitializedArray<byte>(64, pinned: true);
                fixed (byte* pointer = bytes)
                    transfer.Data = (UserPointer)pointer;
                device.Send(transfer);
                device.Send(new Transfer { Data = (UserPointer)Unsafe.AsPointer(ref bytes[0]) });
            }
            public static void B(Device device, byte[] bytes, Memory<byte> memory)
            {
                GCHandle handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
                try
                {
                    device.Send(new Transfer { Data = (UserPointer)handle.AddrOfPinnedObject(), Length = 4 });
                    device.Send(new Transfer { Data = (UserPointer)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) });
                }
                finally
                {
                    handle.Free();
                }
                using MemoryHandle pin = memory.Pin();
                Transfer transfer = new() { Data = (UserPointer)pin.Pointer, Length = (uint)memory.Length };
                device.Send(transfer);
            }
            public static void C(Device device, byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = bytes)
                {
                    transfer.Data = (UserPointer)pointer;
                    device.Send(transfer);
                    transfer.Data = default;
                }
                device.Send(transfer);
                uint value = 3;
                device.Send(new Transfer { Data = (UserPointer)Unsafe.AsPointer(ref value), Length = 4 });
            }
            public static uint D(int fd, nuint request, byte[] bytes)
            {
                Message message = new() { Length = (uint)bytes.Length };
                fixed (byte* pointer = bytes)
                {
                    message.Buffer = (ulong)pointer;
                    if (ioctl(fd, request, &message) < 0)
                        return 0;
                }
                return message.Length;
            }
        }
        """);
}
