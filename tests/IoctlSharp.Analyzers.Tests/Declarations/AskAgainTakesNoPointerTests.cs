using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainTakesNoPointerTests
{
    [Fact]
    public Task A_span() => Rule.Flags(
        RuleIds.AskAgainTakesNoPointer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial KernelBuffer<Sized> Get(this Device device, [Field(nameof(Sized.Address))] ReadOnlySpan<int> items);
        }
        """,
        "'Get' is asked again with more room, and would have to send the address of a [Field] parameter each time anew: take a struct with that address as the argument of a call without [AskAgain]");

    [Fact]
    public Task A_struct_and_a_buffer_that_is_handed_over() => Rule.Flags(
        RuleIds.AskAgainTakesNoPointer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial KernelBuffer<Sized> Get(this Device device, [Field(nameof(Sized.Address))] in Plain plain);
            [Ioctl(IoctlMacro.IO, 2), [|AskAgain|]] public static partial Errno TryGet(int fd, [Field(nameof(Sized.Address))] ReadOnlySpan<byte> bytes, out KernelBuffer<Sized> sized);
        }
        """);

    [Fact]
    public Task A_field() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Sized> Get(this Device device, [Field(nameof(Sized.Flags))] Bit flags);
        }
        """);
}
