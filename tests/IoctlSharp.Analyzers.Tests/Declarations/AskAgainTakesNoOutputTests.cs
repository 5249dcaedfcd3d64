using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainTakesNoOutputTests
{
    [Fact]
    public Task An_output_and_one_that_is_an_input_too() => Rule.Flags(
        RuleIds.AskAgainTakesNoOutput,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial KernelBuffer<Sized> Get(this Device device, [Field(nameof(Sized.Flags))] out Bit flags);
            [Ioctl(IoctlMacro.IO, 2), [|AskAgain|]] public static partial Errno TryGet(this Device device, [Field(nameof(Sized.Flags))] ref Bit flags, out KernelBuffer<Sized> answer);
        }
        """,
        "'Get' has an out or ref [Field] parameter, but what the kernel answers is in its KernelBuffer alone: remove that parameter and read the field there");

    [Fact]
    public Task An_input() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial Errno TryGet(this Device device, [Field(nameof(Sized.Flags))] Bit flags, out KernelBuffer<Sized> answer);
        }
        """);
}
