using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainTakesNoTailTests
{
    [Fact]
    public Task A_tail() => Rule.Flags(
        RuleIds.AskAgainTakesNoTail,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain|]] public static partial KernelBuffer<Listed> Get(this Device device, [Tail] ReadOnlySpan<int> items);
        }
        """,
        "'Get' is asked again with more room behind the struct, where its tail stands too: remove [Tail], Tail = or [AskAgain]");

    [Fact]
    public Task A_struct_behind_the_answer() => Rule.Flags(
        RuleIds.AskAgainTakesNoTail,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Tail = typeof(Four)), [|AskAgain|]] public static partial KernelBuffer<Listed> Get(this Device device);
        }

        [KernelStruct("four")] public partial struct Four { public uint Value; }
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
