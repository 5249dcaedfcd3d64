using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class GroupIsNotStaticTests
{
    [Fact]
    public Task A_class() => Rule.Flags(
        RuleIds.GroupIsNotStatic,
        """
        [IoctlGroup('x')] public partial class [|Calls|] { }
        """,
        "Group 'Calls' is not a static class, but its calls belong to no object: write 'static partial class Calls'");

    [Fact]
    public Task A_sealed_class() => Rule.Flags(
        RuleIds.GroupIsNotStatic,
        """
        [IoctlGroup('x')] internal sealed partial class [|Calls|] { [Ioctl(IoctlMacro.IO, 1)] internal static partial void Reset(Device device); }
        """);

    [Fact]
    public Task A_static_class() => Rule.IsSilent(
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] internal static partial void Reset(Device device); }
        """);
}
