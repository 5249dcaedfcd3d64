using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class RawImportCodeFixTests
{
    [Fact]
    public Task Both_imports() => Fix.Makes<RawImportCodeFix>(
        RuleIds.RawImportLosesErrno,
        """
        internal static partial class Raw
        {
            [DllImport("libc")] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", EntryPoint = "ioctl")] private static extern int Control(int fd, nuint request, nint argument);
        }
        """,
        """
        internal static partial class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] private static extern int Control(int fd, nuint request, nint argument);
        }
        """);

    [Fact]
    public Task Said_otherwise() => Fix.IsNotOffered<RawImportCodeFix>(
        RuleIds.RawImportLosesErrno,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = false)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
        }
        """);
}
