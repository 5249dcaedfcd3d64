using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class IoctlIsOutsideGroupTests
{
    [Fact]
    public Task A_class_without_a_group() => Rule.Flags(
        RuleIds.IoctlIsOutsideGroup,
        """
        public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void [|Reset|](this Device device); }
        """,
        "'Reset' is an [Ioctl], but 'Calls' has no [IoctlGroup] that gives the type of its number: put [IoctlGroup('...')] on 'Calls'");

    [Fact]
    public Task A_class_inside_a_group() => Rule.Flags(
        RuleIds.IoctlIsOutsideGroup,
        """
        [IoctlGroup('x')] public static partial class Outer { public static partial class Inner { [Ioctl(IoctlMacro.IO, 1)] public static partial void [|Reset|](Device device); } }
        """);

    [Fact]
    public Task A_group() => Rule.IsSilent(
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(this Device device); }
        """);
}
