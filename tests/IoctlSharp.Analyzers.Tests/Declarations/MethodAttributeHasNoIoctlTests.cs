using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MethodAttributeHasNoIoctlTests
{
    [Fact]
    public Task FailsWith() => Rule.Flags(
        RuleIds.MethodAttributeHasNoIoctl,
        """
        public static class C { [[|FailsWith(Errno.EBUSY, "busy")|]] public static void Reset() { } }
        """,
        "[FailsWith] on 'Reset' has no effect, because 'Reset' is no [Ioctl]: put [Ioctl] on 'Reset', or remove it");

    [Fact]
    public Task Preset_and_AskAgain() => Rule.Flags(
        RuleIds.MethodAttributeHasNoIoctl,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Preset("Value", 1u)|]] public static void A(Device device) { }
            [[|AskAgain|]] public static void B(Device device) { }
        }
        """);

    [Fact]
    public Task A_returned_field() => Rule.Flags(
        RuleIds.MethodAttributeHasNoIoctl,
        """
        public static class C { [return: [|Field("Value")|]] public static uint Get() => 1; }
        """);

    [Fact]
    public Task No_attribute() => Rule.IsSilent(
        """
        public static class C { [Obsolete] public static void Set(uint value) { } }
        """);
}
