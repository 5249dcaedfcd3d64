using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FieldIsReadWithoutItsFlagTests
{
    [Fact]
    public Task The_answer_itself() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(VfioContainer container)
            {
                return [|container.GetType1Info().Value.IovaPageSizes|];
            }
        }
        """,
        "'VfioIommuType1Info.IovaPageSizes' means something only with PageSizes in 'Flags', which nothing has looked at on the way here: test that flag first");

    [Fact]
    public Task A_local() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                KernelBuffer<VfioIommuType1Info> answer = container.GetType1Info();
                VfioIommuType1Info info = answer.Value;
                Console.WriteLine([|info.IovaPageSizes|]);
            }
        }
        """);

    [Fact]
    public Task Another_flag_was_tested() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                if ((info.Flags & VfioIommuInfoFlags.Capabilities) != 0)
                    Console.WriteLine([|info.IovaPageSizes|]);
            }
        }
        """);

    [Fact]
    public Task Only_one_way_tests_it() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, bool verbose)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                if (verbose && info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
                    Console.WriteLine("sizes");
                Console.WriteLine([|info.IovaPageSizes|]);
            }
        }
        """);

    [Fact]
    public Task A_nested_struct() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static uint Run(VfioContainer container)
            {
                VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
                return [|info.Ddw|].MaxDynamicWindowsSupported;
            }
        }
        """);

    [Fact]
    public Task If_HasFlag_early_return_switch_and_pattern() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                if ((info.Flags & VfioIommuInfoFlags.PageSizes) != 0)
                    Console.WriteLine(info.IovaPageSizes);
                VfioIommuType1Info other = container.GetType1Info().Value;
                if (!other.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
                    return;
                Console.WriteLine(other.IovaPageSizes);
            }
        }
        """);

    [Fact]
    public Task A_test_in_a_local_and_in_one_expression() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                bool has = (info.Flags & VfioIommuInfoFlags.PageSizes) == VfioIommuInfoFlags.PageSizes;
                Console.WriteLine(has ? info.IovaPageSizes : 0);
            }
        }
        """);

    [Fact]
    public Task What_a_caller_may_have_tested() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Smallest(in VfioIommuType1Info info) => info.IovaPageSizes & (~info.IovaPageSizes + 1);

            public static ulong Smallest(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                return HasSizes(info.Flags) ? info.IovaPageSizes : 0;
            }

            private static bool HasSizes(VfioIommuInfoFlags flags) => (flags & VfioIommuInfoFlags.PageSizes) != 0;
        }
        """);

    [Fact]
    public Task What_nobody_answered() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1Info info = new() { IovaPageSizes = 4096 };
                Console.WriteLine(info.IovaPageSizes);
                info.IovaPageSizes = container.GetType1Info().Value.Flags == 0 ? 0 : 4096ul;
            }
        }
        """);
}
