using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class ErrnoIsDiscardedTests
{
    [Fact]
    public Task A_Try_form() => Rule.Flags(
        RuleIds.ErrnoIsDiscarded,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device)
            {
                [|device.TryReset()|];
            }
        }
        """,
        "'TryReset' says by its result alone that it failed: test the result, call Reset, which throws, or discard it with '_ ='");

    [Fact]
    public Task An_ioctl_by_hand_that_nothing_is_said_of() => Rule.Flags(
        RuleIds.ErrnoIsDiscarded,
        """
        internal static class Driver
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe void A(int fd, nuint request) => [|ioctl(fd, request, null)|];
        }
        """,
        "'ioctl' says by its result alone that it failed: test the result, and read errno with Marshal.GetLastPInvokeError when it is -1, or discard it with '_ ='");

    [Fact]
    public Task An_ioctl_by_hand_whose_error_does_not_matter() => Rule.IsSilent(
        """
        internal static class Driver
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe void A(int fd, nuint request) => _ = ioctl(fd, request, null);
            public static unsafe void B(int fd, nuint request)
            {
                _ = ioctl(fd, request, null);
                Console.WriteLine(fd);
            }
            public static unsafe bool C(int fd, nuint request)
            {
                _ = ioctl(fd, request, null);
                return ioctl(fd, request, null) == 0 || Marshal.GetLastPInvokeError() == 25;
            }
        }
        """);

    [Fact]
    public Task An_ioctl_by_hand() => Rule.Flags(
        RuleIds.ErrnoIsDiscarded,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe bool A(int fd, nuint request)
            {
                _ = [|ioctl(fd, request, null)|];
                return Marshal.GetLastPInvokeError() == 0;
            }
            public static unsafe bool B(int fd, nuint request)
            {
                int result = [|ioctl(fd, request, null)|];
                return Marshal.GetLastPInvokeError() == 0;
            }
            public static unsafe Action C(int fd, nuint request) => () => [|ioctl(fd, request, null)|];
            public static void D(VfioDevice device)
            {
                Errno error = [|device.TryReset()|];
            }
        }
        """,
        "'ioctl' says by its result alone that it failed: test the result, and read errno with Marshal.GetLastPInvokeError when it is -1");

    [Fact]
    public Task Looked_at_or_discarded_on_purpose() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static Errno A(VfioDevice device)
            {
                _ = device.TryReset();
                Errno error = device.TryReset();
                if (device.TryReset() == Errno.None)
                    device.Reset();
                return error;
            }
            public static Errno B(VfioDevice device) => device.TryReset();
        }
        """);
}
