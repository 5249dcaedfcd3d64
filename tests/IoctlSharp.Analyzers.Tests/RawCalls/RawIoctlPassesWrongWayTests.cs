using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RawIoctlPassesWrongWayTests
{
    [Fact]
    public Task A_value_by_address() => Rule.Flags(
        RuleIds.RawIoctlPassesWrongWay,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, int type) => ioctl(fd, VfioIoctls.Commands.VFIO_SET_IOMMU.Number, [|&type|]);
        }
        """,
        "VFIO_SET_IOMMU takes its argument by value, but is given an address: pass that, or call VfioIoctls.SetIommu");

    [Fact]
    public Task An_address_by_value() => Rule.Flags(
        RuleIds.RawIoctlPassesWrongWay,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, int argument);
            public static int A(int group, int container) => ioctl(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, [|container|]);
        }
        """);

    [Fact]
    public Task By_reference() => Rule.Flags(
        RuleIds.RawIoctlPassesWrongWay,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref int argument);
            public static int A(int fd) { int address = 0x50; return ioctl(fd, 0x703, [|ref address|]); }
        }
        """);

    [Fact]
    public Task An_integer_that_can_hold_an_address() => Rule.IsSilent(
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ulong argument);
            public static int A(int fd, ulong address) => ioctl(fd, 0x705, address);
        }
        """);

    [Fact]
    public Task As_the_command_takes_it() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, int argument);
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref int argument);
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            public static int A(int fd) => ioctl(fd, 0x703, 0x50) + ioctl(fd, VfioIoctls.Commands.VFIO_SET_IOMMU.Number, 3);
            public static int B(int group, int container) => ioctl(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, ref container);
            public static int C(int group, nint any) => ioctl(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, any) + ioctl(group, VfioIoctls.Commands.VFIO_SET_IOMMU.Number, any);
        }
        """);

    [Fact]
    public Task In_each_disguise() => Rule.Flags(
        RuleIds.RawIoctlPassesWrongWay,
        """
        using IoctlSharp.Vfio;
        #pragma warning disable IOCTL5012
        internal static unsafe class Raw
        {
            private const int I2C_SLAVE = 0x703;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Handle(SafeHandle fd, nuint request, SafeHandle argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Pointer(int fd, nuint request, void* argument);
            static int Call<T>(int fd, nuint request, T value) where T : unmanaged => Pointer(fd, request, &value);

            public static int A(int fd, int address)
            {
                nint memory = Marshal.AllocHGlobal(4);
                Marshal.WriteInt32(memory, address);
                int result = ioctl(fd, I2C_SLAVE, [|memory|]);
                Marshal.FreeHGlobal(memory);
                return result;
            }
            public static int B(int fd, byte[] address)
            {
                GCHandle pin = GCHandle.Alloc(address, GCHandleType.Pinned);
                try { return ioctl(fd, I2C_SLAVE, [|pin.AddrOfPinnedObject()|]); } finally { pin.Free(); }
            }
            public static int C(int group, int container) => ioctl(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, [|container|]);
            public static int D(int group, int container) => Pointer(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, [|(void*)container|]);
            public static int E(SafeHandle group, SafeHandle container) => Handle(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, [|container|]);
            public static int F(int container) => Call(container, VfioIoctls.Commands.VFIO_SET_IOMMU.Number, [|1|]);
        }
        """,
        "I2C_SLAVE takes its argument by value, but is given an address: pass that, or declare it with [Ioctl(..., Name = \"I2C_SLAVE\")]");

    [Fact]
    public Task Each_the_right_way() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static unsafe class Raw
        {
            private const int I2C_SLAVE = 0x703;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Pointer(int fd, nuint request, void* argument);
            static int Call<T>(int fd, nuint request, T value) where T : unmanaged => Pointer(fd, request, &value);
            public static int A(int fd, int address) => ioctl(fd, I2C_SLAVE, address);
            public static int B(int fd, nint address) => ioctl(fd, I2C_SLAVE, address);
            public static int C(int group, int container) => ioctl(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, (nint)(&container));
            public static int D(int group, int container) => Call(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, container);
            public static int E(int group, long address) => ioctl(group, VfioIoctls.Commands.VFIO_GROUP_SET_CONTAINER.Number, (nint)address);
        }
        """);
}
