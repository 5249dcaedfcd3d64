using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainNeedsBufferTests
{
    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.AskAgainNeedsBuffer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial Sized Get(this Device device);
        }
        """,
        "'Get' is asked again with more room, but has no place for an answer of any length: return KernelBuffer<T> of the struct, or take it as an out parameter and return Errno");

    [Fact]
    public Task Nothing() => Rule.Flags(
        RuleIds.AskAgainNeedsBuffer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial void Get(this Device device, ref Sized value);
        }
        """);

    [Fact]
    public Task A_buffer() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Sized> Get(this Device device);
            [Ioctl(IoctlMacro.IO, 2), AskAgain] public static partial Errno TryGet(this Device device, out KernelBuffer<Sized> answer);
        }
        """);
}
