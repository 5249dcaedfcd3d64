using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TailIsUnknownTests
{
    [Fact]
    public Task No_tail() => Rule.Flags(
        RuleIds.TailIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Sized value, [Tail] ReadOnlySpan<int> [|items|]);
        }
        """,
        "'items' of 'Set' stands behind struct 'sized', which has no tail: write [Tail(\"c_name\", typeof(element))] on the struct");

    [Fact]
    public Task No_tail_for_a_struct() => Rule.Flags(
        RuleIds.TailIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Sized), Tail = typeof(Plain))] public static partial void [|Set|](this Device device);
        }
        """,
        "'Plain' of 'Set' stands behind struct 'sized', which has no tail: write [Tail(\"c_name\", typeof(element))] on the struct");

    [Fact]
    public Task No_tail_of_the_tail() => Rule.Flags(
        RuleIds.TailIsUnknown,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public uint Count; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(Plain))] public static partial void Set(this Device device, [Tail] ReadOnlySpan<int> [|items|]);
        }
        """,
        "'items' of 'Set' stands behind struct 'plain', which has no tail: write [Tail(\"c_name\", typeof(element))] on the struct");

    [Fact]
    public Task A_tail_of_a_tail() => Rule.IsSilent(
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public uint Count; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(Listed))] public static partial void Set(this Device device, [Tail] ReadOnlySpan<int> items);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Feature), Tail = typeof(Listed))] public static partial Listed Get(this Device device, [Tail] out int item);
        }
        """);

    [Fact]
    public Task A_half_typed_type() => Rule.LeavesToCompiler(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Listed), Tail = typeof(Pla))] public static partial void Set(this Device device);
        }
        """);

    [Fact]
    public Task A_tail() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<int> items);
        }
        """);
}
