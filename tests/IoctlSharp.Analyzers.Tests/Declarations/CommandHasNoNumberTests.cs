using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandHasNoNumberTests
{
    [Fact]
    public Task Neither() => Rule.Flags(
        RuleIds.CommandHasNoNumber,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl|]] public static partial void Reset(this Device device);
        }
        """,
        "'Reset' has neither a macro with a number nor a legacy number: write [Ioctl(IoctlMacro.IO, 13)] as the #define does, or Number = for a command without a macro");

    [Fact]
    public Task A_name_alone() => Rule.Flags(
        RuleIds.CommandHasNoNumber,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(Name = "X_RESET")|]] public static partial Errno TryReset(int fd);
        }
        """);

    [Fact]
    public Task A_legacy_number() => Rule.IsSilent(
        """
        [IoctlGroup] public static partial class Calls { [Ioctl(Number = 0x8912)] public static partial void Reset(this Device device); }
        """);

    [Fact]
    public Task Half_typed() => Rule.LeavesToCompiler(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO)] public static partial void Reset(this Device device);
        }
        """);
}
