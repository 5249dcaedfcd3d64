using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class FlagComparisonCodeFixTests
{
    [Fact]
    public Task Masks_the_flag() => Fix.Makes<FlagComparisonCodeFix>(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(VfioGroupStatus status) => status.Flags == VfioGroupFlags.Viable;
            public static bool B(VfioGroupStatus status) => VfioGroupFlags.Viable != status.Flags;
            public static bool C(VfioGroupStatus status) => status.Flags == (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet);
            public static bool D(VfioGroupStatus status) => /* why */ status.Flags != (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet) && status.Flags != 0;
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(VfioGroupStatus status) => (status.Flags & VfioGroupFlags.Viable) != 0;
            public static bool B(VfioGroupStatus status) => (status.Flags & VfioGroupFlags.Viable) == 0;
            public static bool C(VfioGroupStatus status) => (status.Flags & (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet)) == (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet);
            public static bool D(VfioGroupStatus status) => /* why */ (status.Flags & (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet)) != (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet) && status.Flags != 0;
        }
        """);

    [Fact]
    public Task Masks_the_flag_of_a_pattern() => Fix.Makes<FlagComparisonCodeFix>(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(VfioGroupStatus status) => status.Flags is VfioGroupFlags.Viable && status.Flags is not 0;
            public static bool B(VfioGroupStatus status) => status.Flags is not VfioGroupFlags.Viable;
            public static bool C(VfioGroupStatus status) => !(status.Flags is (VfioGroupFlags.Viable));
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(VfioGroupStatus status) => (status.Flags & VfioGroupFlags.Viable) != 0 && status.Flags is not 0;
            public static bool B(VfioGroupStatus status) => (status.Flags & VfioGroupFlags.Viable) == 0;
            public static bool C(VfioGroupStatus status) => !((status.Flags & (VfioGroupFlags.Viable)) != 0);
        }
        """);

    [Fact]
    public Task Leaves_cases_and_alternatives() => Fix.IsNotOffered<FlagComparisonCodeFix>(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(VfioGroupStatus status, bool b) => b == status.Flags switch { VfioGroupFlags.Viable => true, _ => false };
            public static bool B(VfioGroupStatus status, bool b) => b == (status.Flags is VfioGroupFlags.Viable or VfioGroupFlags.ContainerSet);
        }
        """);
}
