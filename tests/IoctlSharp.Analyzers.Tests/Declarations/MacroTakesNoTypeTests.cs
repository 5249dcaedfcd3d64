using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MacroTakesNoTypeTests
{
    [Fact]
    public Task An_IO_command() => Rule.Flags(
        RuleIds.MacroTakesNoType,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IO, 1, MacroType = typeof(int))|]] public static partial void Reset(this Device device);
        }
        """,
        "MacroType of 'Reset' has no effect, because its number holds no size: remove it, or write the macro of the #define");

    [Fact]
    public Task A_legacy_command() => Rule.Flags(
        RuleIds.MacroTakesNoType,
        """
        [IoctlGroup] public static partial class Calls { [[|Ioctl(Number = 0x8912, MacroType = typeof(int))|]] public static partial void A(this Device device); }
        """);

    [Fact]
    public Task A_macro_with_a_type() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1, MacroType = typeof(int))] public static partial void Set(this Device device, in Plain value);
        }
        """);
}
