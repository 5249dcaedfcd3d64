using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class BorrowedFdCodeFixTests
{
    [Fact]
    public Task By_itself_and_by_a_local() => Fix.Makes<BorrowedFdCodeFix>(
        RuleIds.HandleIsNotKeptAlive,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(SafeHandle device, nuint request)
            {
                // Once.
                return ioctl((int)device.DangerousGetHandle(), request, null);
            }
            public static unsafe int B(SafeHandle device, nuint request)
            {
                int fd = device.DangerousGetHandle().ToInt32();
                return ioctl(fd, request, null);
            }
        }
        """,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(SafeHandle device, nuint request)
            {
                // Once.
                using IoctlSharp.BorrowedFd deviceFd = new(device);
                return ioctl(deviceFd.Value, request, null);
            }
            public static unsafe int B(SafeHandle device, nuint request)
            {
                using IoctlSharp.BorrowedFd deviceFd = new(device);
                int fd = deviceFd.Value;
                return ioctl(fd, request, null);
            }
        }
        """);

    [Fact]
    public Task Where_nothing_can_be_declared_or_nothing_keeps_it() => Fix.IsNotOffered<BorrowedFdCodeFix>(
        RuleIds.HandleIsNotKeptAlive,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(SafeHandle device, nuint request) => ioctl((int)device.DangerousGetHandle(), request, null);
            public static unsafe int B(nuint request)
            {
                return ioctl((int)System.IO.File.OpenHandle("/dev/x").DangerousGetHandle(), request, null);
            }
            public static unsafe int C(SafeHandle device, nuint request)
            {
                int first = ioctl((int)device.DangerousGetHandle(), request, null);
                return first + ioctl((int)device.DangerousGetHandle(), request, null);
            }
        }
        """);
}
