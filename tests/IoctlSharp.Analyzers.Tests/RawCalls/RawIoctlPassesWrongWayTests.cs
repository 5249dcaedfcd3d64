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
        "VFIO_SET_IOMMU takes its argument by value, but is given an address: call VfioIoctls.SetIommu, or pass VfioIoctls.Commands.VFIO_SET_IOMMU.Number");

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
}
