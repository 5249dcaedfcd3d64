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
    public Task A_test_that_nothing_came_of() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(VfioContainer container, bool verbose)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                while (true)
                {
                    if (verbose && info.Flags.HasFlag(VfioIommuInfoFlags.Capabilities))
                        break;
                    info = container.GetType1Info().Value;
                    if (verbose && info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
                        Console.WriteLine("sizes");
                    Console.WriteLine([|info.IovaPageSizes|]);
                }

                return 0;
            }
        }
        """);

    [Fact]
    public Task The_loop_looks_at_another_flag() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(VfioContainer container)
            {
                VfioIommuType1Info info = container.GetType1Info().Value;
                while (true)
                {
                    if ((info.Flags & VfioIommuInfoFlags.Capabilities) != 0)
                        break;
                    info = container.GetType1Info().Value;
                }

                return [|info.IovaPageSizes|];
            }
        }
        """);

    [Fact]
    public Task A_property_pattern() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool Run(VfioContainer container)
                => container.GetType1Info().Value is { [|IovaPageSizes|]: var sizes } && sizes != 0;

            public static uint Run(VfioContainer container, uint otherwise) => container.GetSpaprTceInfo() switch
            {
                { [|Ddw|].MaxDynamicWindowsSupported: > 1 and var windows } => windows,
                _ => otherwise,
            };

            public static ulong Named(VfioContainer container)
                => container.GetType1Info().Value is var info ? [|info.IovaPageSizes|] : 0;
        }
        """,
        "'VfioIommuType1Info.IovaPageSizes' means something only with PageSizes in 'Flags', which nothing has looked at on the way here: test that flag first");

    [Fact]
    public Task The_caller_of_the_kernel_looks_at_nothing() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        [KernelStruct("meter")] public partial struct Meter { public Bit Flags; [ValidWhen(nameof(Flags), Bit.One)] public uint Heat; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOWR, 1)] public static partial void Read(this Device device, ref Meter meter); }
        public static class Driver { public static uint Run(Device device) { Meter meter = default; device.Read(ref meter); return [|meter.Heat|]; } }
        """);

    [Fact]
    public Task A_pattern_that_looks() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(VfioContainer container) => container.GetType1Info().Value switch
            {
                { Flags: var flags, IovaPageSizes: var sizes } when flags.HasFlag(VfioIommuInfoFlags.PageSizes) => sizes,
                { Flags: not 0, IovaPageSizes: var sizes } => sizes,
                _ => 0,
            };

            public static ulong Run(VfioIommuType1Info given) => given is { IovaPageSizes: var sizes } ? sizes : 0;
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

    [Fact]
    public Task Another_kind_than_was_asked_for() => Rule.Flags(
        RuleIds.FieldIsReadWithoutItsFlag,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static uint Run(VfioDevice device)
            {
                VfioDeviceGfxPlaneInfo plane = device.QueryGfxPlane(VfioGfxPlaneFlags.DmaBuf, 0);
                return [|plane.RegionIndex|];
            }
        }
        """);
}
