using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class FdZeroIsTreatedAsFailureTests
{
    [Fact]
    public Task Each_comparison() => Rule.Flags(
        RuleIds.FdZeroIsTreatedAsFailure,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static int A(string path)
            {
                int fd = open(path, 2);
                if ([|fd == 0|] || [|fd <= 0|])
                    return -1;
                return [|fd > 0|] || [|open(path, 0) != 0|] ? fd : -1;
            }
        }
        """,
        "'fd == 0' takes the file descriptor 0 for a failure, but only a negative one is a failure: write 'fd < 0'");

    [Fact]
    public Task A_field_that_holds_one() => Rule.Flags(
        RuleIds.FdZeroIsTreatedAsFailure,
        """
        [KernelStruct("make_queue")] public partial struct MakeQueue { public uint Flags; [OwnedFd] public int OutFd; }
        internal static class Queues
        {
            public static bool A(MakeQueue answer) => [|answer.OutFd > 0|];
        }
        """);

    [Fact]
    public Task Negative_ones_and_other_numbers() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static int A(string path, int other, nuint request)
            {
                int fd = open(path, 2);
                int any = open(path, 2);
                any = other;
                if (fd < 0 || fd == -1 || other == 0 || any > 0)
                    return -1;
                return fd >= 0 ? fd : 0;
            }
            public static unsafe bool B(int fd, nuint request) => ioctl(fd, request, null) == 0;
        }
        """);

    [Fact]
    public Task However_it_is_compared() => Rule.Flags(
        RuleIds.FdZeroIsTreatedAsFailure,
        """
        using IoctlSharp.Vfio;
        internal sealed class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            private int _fd;
            public static bool A(string path) { int fd; return ([|(fd = open(path, 2)) <= 0|]); }
            public bool B(string path) { _fd = open(path, 2); return [|_fd == 0|]; }
            public static bool C(string path) { int fd = open(path, 2); return [|fd is 0|] || [|fd is > 0|] || [|fd is not > 0|] || [|fd is <= 0|]; }
            public static bool D(string path) { int fd = open(path, 2); return [|0 == fd|] || [|0 < fd|] || [|fd < 1|] || [|fd >= 1|]; }
            public static bool E(VfioDeviceFeatureMigState state) { int fd = state.DataFd; return [|fd == 0|] && new Device(fd, true).IsInvalid; }
        }
        """);

    [Fact]
    public Task Negative_ones_and_what_is_no_descriptor_yet() => Rule.IsSilent(
        """
        internal sealed class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            private int _fd;
            public int A(string path)
            {
                if (_fd == 0)
                    _fd = open(path, 2);
                return _fd > 0 ? _fd : -1;
            }
            public static bool B(string path) { int fd = open(path, 2); return fd is >= 0 || fd is -1 || fd is < 0 || fd > 2; }
            public static unsafe bool C(int fd, nuint request) { int result = ioctl(fd, request, null); return result == 0; }
        }
        """);
}
