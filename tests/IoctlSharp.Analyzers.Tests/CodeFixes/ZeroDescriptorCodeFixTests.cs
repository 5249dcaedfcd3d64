using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class ZeroDescriptorCodeFixTests
{
    [Fact]
    public Task Each_operator() => Fix.Makes<ZeroDescriptorCodeFix>(
        RuleIds.FdZeroIsTreatedAsFailure,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            public static bool A(string path) => open(path, 0) == 0 || open(path, 1) <= 0 || open(path, 2) > 0 || open(path, 3) != 0;
        }
        """,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            public static bool A(string path) => open(path, 0) < 0 || open(path, 1) < 0 || open(path, 2) >= 0 || open(path, 3) >= 0;
        }
        """);

    [Fact]
    public Task Patterns_and_mirrored_comparisons() => Fix.Makes<ZeroDescriptorCodeFix>(
        RuleIds.FdZeroIsTreatedAsFailure,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            public static bool A(string path)
            {
                int fd;
                if ((fd = open(path, 2)) <= 0)
                    return false;
                return fd is > 0 || 0 == fd || fd is not > 0 || 1 <= fd;
            }
        }
        """,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            public static bool A(string path)
            {
                int fd;
                if ((fd = open(path, 2)) < 0)
                    return false;
                return fd >= 0 || fd < 0 || fd < 0 || fd >= 0;
            }
        }
        """);
}
