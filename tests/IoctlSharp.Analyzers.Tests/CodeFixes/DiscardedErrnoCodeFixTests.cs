using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class DiscardedErrnoCodeFixTests
{
    [Fact]
    public Task A_Try_form() => Fix.Makes<DiscardedErrnoCodeFix>(
        RuleIds.ErrnoIsDiscarded,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device, VfioDevice? other)
            {
                device.TryReset();
                other?.TryReset();
                VfioIoctls.TryReset(device);
            }
        }
        """,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device, VfioDevice? other)
            {
                device.Reset();
                other?.Reset();
                VfioIoctls.Reset(device);
            }
        }
        """);

    [Fact]
    public Task One_by_hand() => Fix.IsNotOffered<DiscardedErrnoCodeFix>(
        RuleIds.ErrnoIsDiscarded,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe void A(int fd, nuint request) { ioctl(fd, request, null); }
        }
        """);
}
