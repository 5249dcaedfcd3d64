using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MethodHasBodyTests
{
    [Fact]
    public Task A_block() => Rule.Flags(
        RuleIds.MethodHasBody,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static void [|Reset|](Device device) { }
        }
        """,
        "'Reset' is an [Ioctl] with a body, but the body is what is generated: end the declaration with ';', or remove [Ioctl]");

    [Fact]
    public Task An_expression() => Rule.Flags(
        RuleIds.MethodHasBody,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static int [|Version|](Device device) => 1;
        }
        """);

    [Fact]
    public Task A_second_part() => Rule.Flags(
        RuleIds.MethodHasBody,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial int [|Version|](Device device);
            public static partial int Version(Device device) => 1;
        }
        """);

    [Fact]
    public Task A_method_beside_it() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial int Version(Device device);
            public static int Twice(Device device) => Version(device) * 2;
        }
        """);
}
