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
}
