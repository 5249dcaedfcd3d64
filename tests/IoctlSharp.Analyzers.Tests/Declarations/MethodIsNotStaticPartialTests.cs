using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MethodIsNotStaticPartialTests
{
    [Fact]
    public Task Extern() => Rule.Flags(
        RuleIds.MethodIsNotStaticPartial,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static extern void [|Reset|](Device device);
        }
        """,
        "'Reset' is an [Ioctl] but no static partial method, so the call cannot be generated: write 'public static partial' before its result");

    [Fact]
    public Task A_property() => Rule.Flags(
        RuleIds.MethodIsNotStaticPartial,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            public static int Version { [Ioctl(IoctlMacro.IO, 1)] [|get|] => 1; }
        }
        """);

    [Fact]
    public Task Static_partial() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(Device device);
        }
        """);
}
