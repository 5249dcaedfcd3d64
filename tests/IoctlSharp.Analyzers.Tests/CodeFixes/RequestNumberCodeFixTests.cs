using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class RequestNumberCodeFixTests
{
    [Fact]
    public Task The_command_of_a_package() => Fix.Makes<RequestNumberCodeFix>(
        RuleIds.RequestIsLiteral,
        """
        using IoctlSharp.Vfio;

        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, VfioGroupStatus status) => ioctl(fd, 0x3b67, &status);
            public static unsafe int B(int fd) => ioctl(fd, 0x3b64, null);
        }
        """,
        """
        using IoctlSharp.Vfio;

        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, VfioGroupStatus status) => ioctl(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, &status);
            public static unsafe int B(int fd) => ioctl(fd, VfioIoctls.Commands.VFIO_GET_API_VERSION.Number, null);
        }
        """);

    [Fact]
    public Task A_number_of_two_commands() => Fix.IsNotOffered<RequestNumberCodeFix>(
        RuleIds.RequestIsLiteral,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, void* argument) => ioctl(fd, 0x3b71, argument);
        }
        """);

    [Fact]
    public Task A_number_that_nobody_declares() => Fix.IsNotOffered<RequestNumberCodeFix>(
        RuleIds.RequestIsLiteral,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, void* argument) => ioctl(fd, 0x40047801, argument);
        }
        """);
}
