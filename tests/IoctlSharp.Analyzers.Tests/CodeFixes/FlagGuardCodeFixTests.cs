using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class FlagGuardCodeFixTests
{
    [Fact]
    public Task Guards_the_read() => Fix.Makes<FlagGuardCodeFix>(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong A(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                return info.IovaPageSizes | 1;
            }

            public static uint B(VfioContainer container)
            {
                var tce = container.GetSpaprTceInfo();
                return tce.Ddw.Levels;
            }
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong A(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                return ((info.Flags & VfioIommuInfoFlags.PageSizes) != 0 ? info.IovaPageSizes : default) | 1;
            }

            public static uint B(VfioContainer container)
            {
                var tce = container.GetSpaprTceInfo();
                return ((tce.Flags & VfioSpaprTceInfoFlags.DynamicWindows) != 0 ? tce.Ddw : default).Levels;
            }
        }
        """);

    [Fact]
    public Task A_call_is_not_made_twice() => Fix.IsNotOffered<FlagGuardCodeFix>(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver { public static ulong A(VfioContainer container) => container.GetType1Info().Value.IovaPageSizes; }
        """);
}
