using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RawImportLosesErrnoTests
{
    [Fact]
    public Task Either_kind_of_import() => Rule.Flags(
        RuleIds.RawImportLosesErrno,
        """
        internal static partial class Raw
        {
            [DllImport("libc")] private static extern unsafe int [|ioctl|](int fd, nuint request, void* argument);
            [DllImport("libc.so.6", EntryPoint = "ioctl")] private static extern int [|Control|](int fd, nuint request, nint argument);
            [DllImport("libc")] private static extern int [|open|](string path, int flags);
        }
        """,
        "'ioctl' loses errno, which the runtime's own calls overwrite: write SetLastError = true, and read it with Marshal.GetLastPInvokeError");

    [Fact]
    public Task It_keeps_errno() => Rule.IsSilent(
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc")] private static extern int getpid();
            [DllImport("other")] private static extern unsafe int ioctl(int fd, nuint request, int* argument);
        }
        """);

    [Fact]
    public Task It_reads_errno_at_once() => Rule.IsSilent(
        """
        internal static class Raw
        {
            [DllImport("libc")] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int Call(int fd, nuint request) => ioctl(fd, request, null) < 0 ? Marshal.GetLastSystemError() : 0;
        }
        """);
}
