using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandHasTwoNumbersTests
{
    [Fact]
    public Task A_number_too() => Rule.Flags(
        RuleIds.CommandHasTwoNumbers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IO, 1, Number = 0x7801)|]] public static partial void Reset(this Device device);
        }
        """,
        "'Reset' has a macro and Number too: remove one of them");

    [Fact]
    public Task A_number_of_one_architecture() => Rule.Flags(
        RuleIds.CommandHasTwoNumbers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IO, 1, NumberOnMips = 0x7801)|]] public static partial void Reset(this Device device);
        }
        """);

    [Fact]
    public Task One_of_them() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device);
            [Ioctl(Number = 0x8912)] public static partial void B(this Device device);
        }
        """);
}
