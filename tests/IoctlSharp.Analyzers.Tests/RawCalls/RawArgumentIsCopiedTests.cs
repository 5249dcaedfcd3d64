using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RawArgumentIsCopiedTests
{
    [Fact]
    public Task A_class_and_a_struct_that_is_not_blittable() => Rule.Flags(
        RuleIds.RawArgumentIsCopied,
        """
        internal sealed class Request { public uint Flags; }
        internal struct Named { public string Name; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [|Request|] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref [|Named|] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [|object|] argument);
        }
        """,
        "'argument' is 'Request', of which the marshaller makes a copy for the length of the call: pass a blittable struct by 'ref', or a pointer");

    [Fact]
    public Task What_is_passed_as_it_stands() => Rule.IsSilent(
        """
        internal struct Request(uint flags) { public uint Flags = flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref Request argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, byte[] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, string argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Device argument);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, Request* argument);
        }
        """);
}
