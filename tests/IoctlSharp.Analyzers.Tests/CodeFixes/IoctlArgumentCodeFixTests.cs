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
}
