using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class ArgSizeIsNeverSetTests
{
    [Fact]
    public Task A_fresh_struct() => Rule.Flags(
        RuleIds.ArgSizeIsNeverSet,
        """
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe uint A(int fd)
            {
                var status = new Status();
                return ioctl(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|&status|]) < 0 ? 0 : status.flags;
            }
        }
        """,
        "'status' goes to the kernel with 'argsz' still 0, and the kernel answers EINVAL: set it to sizeof(Status), or declare the struct with [ArgSize]");

    [Fact]
    public Task Other_fields_are_set() => Rule.Flags(
        RuleIds.ArgSizeIsNeverSet,
        """
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                Status first = default;
                first.flags = 1;
                Status second = new() { flags = 1 };
                return ioctl(fd, request, [|&first|]) + ioctl(fd, request, [|&second|]);
            }
        }
        """);

    [Fact]
    public Task Set_in_any_way() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request, Status given)
            {
                var first = new Status { argsz = (uint)sizeof(Status) };
                Status second = default;
                second.argsz = 8;
                Status third = default;
                Prepare(ref third);
                Status fourth = Make();
                Status fifth = default;
                fifth = given;
                Status sixth = default;
                if (fd > 3)
                    sixth.argsz = 8;
                return ioctl(fd, request, &first) + ioctl(fd, request, &second) + ioctl(fd, request, &third) + ioctl(fd, request, &fourth) + ioctl(fd, request, &fifth) + ioctl(fd, request, &sixth) + ioctl(fd, request, &given);
            }
            private static void Prepare(ref Status status) => status.argsz = 8;
            private static Status Make() => new() { argsz = 8 };
        }
        """);

    [Fact]
    public Task No_size_field() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal struct Point { public uint x; public uint argsz; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                Point point = default;
                return ioctl(fd, request, &point);
            }
        }
        """);
}
