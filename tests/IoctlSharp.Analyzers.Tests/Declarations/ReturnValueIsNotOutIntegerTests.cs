using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ReturnValueIsNotOutIntegerTests
{
    [Fact]
    public Task A_uint() => Rule.Flags(
        RuleIds.ReturnValueIsNotOutInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryGet(this Device device, [ReturnValue] out uint [|value|]);
        }
        """,
        "'value' of 'TryGet' carries [ReturnValue] but is of type 'uint', and an ioctl returns an int: make it 'out int' or 'out' an enum");

    [Fact]
    public Task Not_out() => Rule.Flags(
        RuleIds.ReturnValueIsNotOutInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryGet(this Device device, [ReturnValue] int [|value|]);
        }
        """);

    [Fact]
    public Task An_int_and_an_enum() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryA(this Device device, [ReturnValue] out int value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Errno TryB(this Device device, [ReturnValue] out Bit value);
        }
        """);
}
