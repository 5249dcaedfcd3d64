using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ArgumentIsRepeatedTests
{
    [Fact]
    public Task Two_parameters() => Rule.Flags(
        RuleIds.ArgumentIsRepeated,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, uint first, uint [|second|]);
        }
        """,
        "'Set' has two arguments, 'first' and 'second', but an ioctl takes one: bind the other to a field with [Field], or remove it");

    [Fact]
    public Task A_parameter_and_a_result() => Rule.Flags(
        RuleIds.ArgumentIsRepeated,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain [|Get|](this Device device, in Sized value);
        }
        """);

    [Fact]
    public Task A_parameter_and_Argument() => Rule.Flags(
        RuleIds.ArgumentIsRepeated,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Sized))] public static partial void [|Set|](this Device device, in Plain value);
        }
        """);

    [Fact]
    public Task A_tail_and_an_addend() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<int> items, [Number] byte number);
        }
        """);
}
