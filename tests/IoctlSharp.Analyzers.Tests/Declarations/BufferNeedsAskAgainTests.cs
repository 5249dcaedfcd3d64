using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class BufferNeedsAskAgainTests
{
    [Fact]
    public Task A_result() => Rule.Flags(
        RuleIds.BufferNeedsAskAgain,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial KernelBuffer<Sized> [|Get|](this Device device);
        }
        """,
        "'Get' gives a KernelBuffer, but nothing says how the kernel tells the length of its answer: write [AskAgain], with the error and the count where the kernel has them");

    [Fact]
    public Task An_out_parameter() => Rule.Flags(
        RuleIds.BufferNeedsAskAgain,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno [|TryGet|](this Device device, out KernelBuffer<Sized> answer);
        }
        """);

    [Fact]
    public Task With_AskAgain() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Sized> Get(this Device device);
        }
        """);
}
