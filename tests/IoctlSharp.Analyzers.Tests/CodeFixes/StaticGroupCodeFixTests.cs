using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class StaticGroupCodeFixTests
{
    [Fact]
    public Task A_class() => Fix.Makes<StaticGroupCodeFix>(
        RuleIds.GroupIsNotStatic,
        """
        [IoctlGroup('x')]
        public partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(Device device);
        }

        [IoctlGroup('y')] public sealed partial class More { }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(Device device);
        }

        [IoctlGroup('y')] public static partial class More { }
        """);

    [Fact]
    public Task A_class_with_an_instance_member_is_left_alone() => Fix.IsNotOffered<StaticGroupCodeFix>(
        RuleIds.GroupIsNotStatic,
        """
        [IoctlGroup('x')] public partial class Calls { public int Count; }
        """);

    [Fact]
    public Task A_class_with_a_base_is_left_alone() => Fix.IsNotOffered<StaticGroupCodeFix>(
        RuleIds.GroupIsNotStatic,
        """
        [IoctlGroup('x')] public partial class Calls : IDisposable { public void Dispose() { } }
        """);

    [Fact]
    public Task A_struct_is_left_alone() => Fix.IsNotOffered<StaticGroupCodeFix>(
        RuleIds.GroupIsNotStatic,
        """
        [IoctlGroup('x')] public partial record Calls;
        """);
}
