using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainNeedsArgSizeTests
{
    [Fact]
    public Task No_size() => Rule.Flags(
        RuleIds.AskAgainNeedsArgSize,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """,
        "[AskAgain] of 'Get' waits for a larger argsz, but struct 'plain' has no [ArgSize] field: mark the field, or write Count = nameof(...) of the field that the kernel counts in");

    [Fact]
    public Task A_buffer_that_is_handed_over() => Rule.Flags(
        RuleIds.AskAgainNeedsArgSize,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial Errno TryGet(this Device device, out KernelBuffer<Plain> plain);
        }
        """);

    [Fact]
    public Task A_size() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Sized> Get(this Device device);
        }
        """);
}
