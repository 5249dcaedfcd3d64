using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class IoctlArgumentCodeFixTests
{
    [Fact]
    public Task SharesNumber() => Fix.Makes<IoctlArgumentCodeFix>(
        RuleIds.CommandNumberIsShared,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "A")] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 1, Name = "B")] public static partial void B(this Device device);
            [Ioctl(IoctlMacro.IO, 1, Name = "C")] public static partial void C(this Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "A")] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 1, Name = "B", SharesNumber = true)] public static partial void B(this Device device);
            [Ioctl(IoctlMacro.IO, 1, Name = "C", SharesNumber = true)] public static partial void C(this Device device);
        }
        """);

    [Fact]
    public Task MacroType() => Fix.Makes<IoctlArgumentCodeFix>(
        RuleIds.MacroTakesNoType,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, MacroType = typeof(int), Name = "A")] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 2, MacroType = typeof(int))] public static partial void B(this Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "A")] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device);
        }
        """);

    [Fact]
    public Task The_macro_of_two_numbers() => Fix.Makes<IoctlArgumentCodeFix>(
        RuleIds.CommandHasTwoNumbers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Number = 0x7801, Name = "X_RESET")] public static partial void Reset(this Device device);
            [Ioctl(IoctlMacro.IO, 2, NumberOnMips = 0x7801)] public static partial void Stop(this Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "X_RESET")] public static partial void Reset(this Device device);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void Stop(this Device device);
        }
        """,
        "Remove the legacy number");

    [Fact]
    public Task The_legacy_number_of_two() => Fix.Makes<IoctlArgumentCodeFix>(
        RuleIds.CommandHasTwoNumbers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Number = 0x7801)] public static partial void Reset(this Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(Number = 0x7801)] public static partial void Reset(this Device device);
        }
        """,
        "Remove the macro");
}
