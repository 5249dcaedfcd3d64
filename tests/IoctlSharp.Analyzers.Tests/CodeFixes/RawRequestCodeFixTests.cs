using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class RawRequestCodeFixTests
{
    [Fact]
    public Task A_uint() => Fix.Makes<RawRequestCodeFix>(
        RuleIds.RawRequestHasWrongWidth,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, uint request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, /* c */ uint request, nint argument);
        }
        """,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, /* c */ nuint request, nint argument);
        }
        """);

    [Fact]
    public Task A_long_that_callers_pass() => Fix.IsNotOffered<RawRequestCodeFix>(
        RuleIds.RawRequestHasWrongWidth,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, long request, int argument);
        }
        """);
}
