using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ArgumentIsNotStructTests
{
    [Fact]
    public Task A_field() => Rule.Flags(
        RuleIds.ArgumentIsNotStruct,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [Field("Value")] uint [|value|]);
        }
        """,
        "[Field] of 'Set' needs a kernel struct that has it, but the call has none: take the struct as a parameter, return it, or write Argument = typeof(...) in [Ioctl]");

    [Fact]
    public Task A_tail() => Rule.Flags(
        RuleIds.ArgumentIsNotStruct,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, uint value, [Tail] ReadOnlySpan<int> [|items|]);
        }
        """);

    [Fact]
    public Task A_preset() => Rule.Flags(
        RuleIds.ArgumentIsNotStruct,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), Preset("Value", 1u)] public static partial void [|Set|](this Device device);
        }
        """);

    [Fact]
    public Task A_tail_that_no_parameter_is() => Rule.Flags(
        RuleIds.ArgumentIsNotStruct,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Tail = typeof(Plain))] public static partial Plain [|Get|](this Device device, uint value);
        }
        """,
        "Tail = of 'Get' needs a kernel struct that has it, but the call has none: take the struct as a parameter, return it, or write Argument = typeof(...) in [Ioctl]");

    [Fact]
    public Task A_struct_that_is_returned() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Get(this Device device, [Field(nameof(Plain.Value))] uint value);
        }
        """);
}
