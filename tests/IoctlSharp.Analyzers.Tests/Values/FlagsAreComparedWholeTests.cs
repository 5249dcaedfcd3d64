using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FlagsAreComparedWholeTests
{
    [Fact]
    public Task Equality() => Rule.Flags(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool Run(VfioGroup group)
            {
                return [|group.GetStatus().Flags == VfioGroupFlags.Viable|];
            }
        }
        """,
        "'VfioGroupStatus.Flags' is compared as a whole with Viable, and the kernel may set further flags beside it: test that flag with &");

    [Fact]
    public Task Inequality_the_other_way_round() => Rule.Flags(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioGroup group)
            {
                VfioGroupStatus status = group.GetStatus();
                if ([|VfioGroupFlags.Viable != status.Flags|])
                    throw new InvalidOperationException();
            }
        }
        """);

    [Fact]
    public Task Masked_with_zero_and_numbers() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool Run(VfioGroup group)
            {
                VfioGroupStatus status = group.GetStatus();
                bool isViable = (status.Flags & VfioGroupFlags.Viable) == VfioGroupFlags.Viable || status.Flags.HasFlag(VfioGroupFlags.Viable);
                VfioGroupFlags wanted = VfioGroupFlags.Viable;
                return isViable && status.Flags != 0 && wanted == VfioGroupFlags.Viable;
            }
        }
        """);

    [Fact]
    public Task A_constant_pattern() => Rule.Flags(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(VfioGroup group) => [|group.GetStatus().Flags is VfioGroupFlags.Viable|];
            public static bool B(VfioGroupStatus status) => [|status.Flags is not VfioGroupFlags.Viable|] && status.Flags is not 0;
            public static bool C(VfioGroupStatus status) => status.Flags is [|VfioGroupFlags.Viable|] or [|VfioGroupFlags.ContainerSet|];
        }
        """,
        "'VfioGroupStatus.Flags' is compared as a whole with Viable, and the kernel may set further flags beside it: test that flag with &");

    [Fact]
    public Task Cases_of_a_switch() => Rule.Flags(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static string A(VfioGroup group)
            {
                switch (group.GetStatus().Flags)
                {
                    case 0:
                        return "none";
                    case [|VfioGroupFlags.Viable|]:
                        return "viable";
                    default:
                        return "?";
                }
            }

            public static string B(VfioGroupStatus status) => status.Flags switch
            {
                [|VfioGroupFlags.Viable|] => "viable",
                [|VfioGroupFlags.ContainerSet|] => "taken",
                _ => "?",
            };

            public static string C(VfioGroupStatus status, bool isNew)
            {
                switch (status.Flags)
                {
                    case [|VfioGroupFlags.Viable|] when isNew:
                        return "viable";
                    default:
                        return "?";
                }
            }
        }
        """);

    [Fact]
    public Task A_property_pattern_that_takes_the_field_of_the_flag() => Rule.Flags(
        RuleIds.FlagsAreComparedWhole,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong A(VfioContainer container)
                => container.GetType1Info().Value is { Flags: [|VfioIommuInfoFlags.PageSizes|], IovaPageSizes: var sizes } ? sizes : 0;
        }
        """);

    [Fact]
    public Task Whole_answers_told_apart() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool CanBeTaken(VfioGroup group) => group.GetStatus() is { Flags: VfioGroupFlags.Viable };

            public static string Describe(VfioGroupStatus status) => status.Flags switch
            {
                0 => "not viable",
                VfioGroupFlags.Viable => "free",
                VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet => "in use",
                _ => "?",
            };

            public static string DescribeOnceMore(VfioGroupStatus status)
            {
                switch (status.Flags)
                {
                    case VfioGroupFlags.Viable:
                        return "free";
                    case VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet:
                        return "in use";
                    default:
                        return "?";
                }
            }

            public static string OfOne(VfioGroupStatus status) => (status.Flags & VfioGroupFlags.Viable) switch { VfioGroupFlags.Viable => "viable", _ => "not" };

            public static bool OfAnother(VfioExtension extension) => extension is VfioExtension.Type1Iommu;
        }
        """);
}
