using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class CheckedCastCodeFixTests
{
    [Fact]
    public Task Each_cast() => Fix.Makes<CheckedCastCodeFix>(
        RuleIds.KernelValueIsNarrowed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static long A(VfioRegionInfo region) => (int)region.Offset + (uint)region.Size /* bytes */;
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static long A(VfioRegionInfo region) => checked((int)region.Offset) + checked((uint)region.Size) /* bytes */;
        }
        """);

    [Fact]
    public Task A_local() => Fix.Makes<CheckedCastCodeFix>(
        RuleIds.KernelValueIsNarrowed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static int A(VfioRegionInfo region)
            {
                ulong offset = region.Offset;
                return (int)offset;
            }
        }
        """,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static int A(VfioRegionInfo region)
            {
                ulong offset = region.Offset;
                return checked((int)offset);
            }
        }
        """);
}
