using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AttributeIsRepeatedTests
{
    [Fact]
    public Task Two_sizes() => Rule.Flags(
        RuleIds.AttributeIsRepeated,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _a; [ArgSize] private uint [|_b|]; }
        """,
        "'_b' of 'S' is the second with [ArgSize], and there is one at most: remove it here or there");

    [Fact]
    public Task A_second_one_that_is_wrong_in_two_ways() => Rule.Flags(
        RuleIds.AttributeIsRepeated,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _a; [Reserved] private uint _pad; [ArgSize] private ulong [|_b|]; }
        """);

    [Fact]
    public Task Two_tails() => Rule.Flags(
        RuleIds.AttributeIsRepeated,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<int> first, [Tail] ReadOnlySpan<int> [|second|]);
        }
        """);

    [Fact]
    public Task Two_addends() => Rule.Flags(
        RuleIds.AttributeIsRepeated,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial void Set(this Device device, [Number] byte first, [Number] byte [|second|]);
        }
        """);

    [Fact]
    public Task Each_once() => Rule.IsSilent(
        """
        [KernelStruct("s"), Tail("items", typeof(int))] public partial struct S { [ArgSize] private uint _a; [TailCount] private uint _b; }
        """);
}
