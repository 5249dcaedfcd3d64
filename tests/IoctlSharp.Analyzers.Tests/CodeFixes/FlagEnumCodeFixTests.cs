using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class FlagEnumCodeFixTests
{
    [Fact]
    public Task The_flag_of_the_same_name() => Fix.Makes<FlagEnumCodeFix>(
        RuleIds.FlagIsOfAnotherEnum,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioDmaUnmapFlags A() => (VfioDmaUnmapFlags)VfioDmaMapFlags.Vaddr | (VfioDmaUnmapFlags)(uint)VfioDmaMapFlags.Vaddr;
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioDmaUnmapFlags A() => VfioDmaUnmapFlags.Vaddr | VfioDmaUnmapFlags.Vaddr;
        }
        """);

    [Fact]
    public Task A_flag_that_the_other_lacks() => Fix.IsNotOffered<FlagEnumCodeFix>(
        RuleIds.FlagIsOfAnotherEnum,
        """
        using IoctlSharp.Vfio;

        public static class Driver { public static VfioDmaUnmapFlags A() => (VfioDmaUnmapFlags)VfioDmaMapFlags.Read; }
        """);
}
