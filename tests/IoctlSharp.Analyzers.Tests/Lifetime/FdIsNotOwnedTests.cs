using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class FdIsNotOwnedTests
{
    [Fact]
    public Task Printed_and_forgotten() => Rule.Flags(
        RuleIds.FdIsNotOwned,
        """
        [KernelStruct("make_queue")] public partial struct MakeQueue { public uint Flags; [OwnedFd] public int OutFd; }
        internal static class Queues
        {
            public static void A(MakeQueue answer)
            {
                int fd = [|answer.OutFd|];
                Console.WriteLine($"the queue is {fd}");
            }
            public static bool B(MakeQueue answer)
            {
                int fd = [|answer.OutFd|];
                return fd >= 0;
            }
        }
        """,
        "'fd' is a new file descriptor that nobody closes: take it with a method that gives a handle, or wrap it in one at once");

    [Fact]
    public Task Wrapped_or_passed_on() => Rule.IsSilent(
        """
        [KernelStruct("make_queue")] public partial struct MakeQueue { public uint Flags; [OwnedFd] public int OutFd; }
        internal static class Queues
        {
            [DllImport("libc", SetLastError = true)] private static extern int close(int fd);
            public static Device A(MakeQueue answer)
            {
                int fd = answer.OutFd;
                return new Device((IntPtr)fd, ownsHandle: true);
            }
            public static int B(MakeQueue answer)
            {
                int fd = answer.OutFd;
                return fd;
            }
            public static Device C(MakeQueue answer) => new((IntPtr)answer.OutFd, ownsHandle: true);
            public static int D(MakeQueue answer)
            {
                int fd = answer.OutFd;
                return close(fd);
            }
        }
        """);

    [Fact]
    public Task Printed_by_the_console() => Rule.Flags(
        RuleIds.FdIsNotOwned,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDeviceFeatureMigState state)
            {
                int fd = [|state.DataFd|];
                Console.WriteLine(fd);
            }
        }
        """);
}
