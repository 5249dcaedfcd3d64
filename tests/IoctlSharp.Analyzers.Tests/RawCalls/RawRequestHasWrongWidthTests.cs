using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RawRequestHasWrongWidthTests
{
    [Fact]
    public Task Every_other_integer() => Rule.Flags(
        RuleIds.RawRequestHasWrongWidth,
        """
        internal enum Request : uint { One }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, [|ulong|] request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, [|long|] request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, [|int|] request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, [|uint|] request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, [|Request|] request, int argument);
        }
        """,
        "The request of 'ioctl' is 'ulong', but C passes an unsigned long, which has 32 or 64 bits as the machine has: declare it as nuint");

    [Fact]
    public Task A_native_one() => Rule.IsSilent(
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, UIntPtr request, ref int argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, CULong request, ref long argument);
            [DllImport("libc", SetLastError = true)] private static extern int read(int fd, ulong request, int argument);
        }
        """);
}
