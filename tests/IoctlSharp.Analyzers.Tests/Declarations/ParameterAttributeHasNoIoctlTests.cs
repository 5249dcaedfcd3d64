using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ParameterAttributeHasNoIoctlTests
{
    [Fact]
    public Task A_method() => Rule.Flags(
        RuleIds.ParameterAttributeHasNoIoctl,
        """
        public static class C { public static void Set([Field("Value")] uint [|value|]) { } }
        """,
        "[Field] on 'value' of 'Set' has no effect, because 'Set' is no [Ioctl]: put [Ioctl] on 'Set', or remove it");

    [Fact]
    public Task A_method_of_a_group() => Rule.Flags(
        RuleIds.ParameterAttributeHasNoIoctl,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            public static void Set(Device device, [Tail] ReadOnlySpan<int> [|items|]) { }
            public static void Bind(Device device, [Binds("wait")] EventFd [|signal|]) { }
        }
        """);

    [Fact]
    public Task No_attribute() => Rule.IsSilent(
        """
        public static class C { public static void Set(uint value) { } }
        """);
}
