using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FlagIsOfAnotherEnumTests
{
    [Fact]
    public Task A_cast() => Rule.Flags(
        RuleIds.FlagIsOfAnotherEnum,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioDmaUnmapFlags flags = [|(VfioDmaUnmapFlags)VfioDmaMapFlags.Vaddr|];
                Console.WriteLine(flags);
            }
        }
        """,
        "'VfioDmaMapFlags.Vaddr' is cast to 'VfioDmaUnmapFlags', whose flags are others: use the flag of 'VfioDmaUnmapFlags'");

    [Fact]
    public Task A_cast_by_way_of_a_number() => Rule.Flags(
        RuleIds.FlagIsOfAnotherEnum,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine([|(VfioDmaUnmapFlags)(uint)VfioDmaMapFlags.Read|]);
            }
        }
        """);

    [Fact]
    public Task Numbers_variables_and_kinds() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(uint number)
            {
                Console.WriteLine((VfioDmaUnmapFlags)2);
                Console.WriteLine((VfioDmaUnmapFlags)number);
                Console.WriteLine((uint)VfioDmaMapFlags.Read);
                Console.WriteLine((VfioDeviceFeatureFlags)VfioFeature.Migration | VfioDeviceFeatureFlags.Get);
            }
        }
        """);

    [Fact]
    public Task Several_flags_and_locals() => Rule.Flags(
        RuleIds.FlagIsOfAnotherEnum,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static ulong A(VfioContainer container)
                => container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = [|(VfioDmaUnmapFlags)(VfioDmaMapFlags.Read | VfioDmaMapFlags.Write)|], Iova = 0x10000, Size = 0x10000 });
            public static VfioDmaUnmapFlags B() => [|(VfioDmaUnmapFlags)((uint)VfioDmaMapFlags.Read | (uint)VfioDmaMapFlags.Vaddr)|];
            public static VfioDmaUnmapFlags C()
            {
                VfioDmaMapFlags flags = VfioDmaMapFlags.Vaddr;
                return [|(VfioDmaUnmapFlags)flags|];
            }
        }
        """,
        "'VfioDmaMapFlags.Read | VfioDmaMapFlags.Write' is cast to 'VfioDmaUnmapFlags', whose flags are others: use the flag of 'VfioDmaUnmapFlags'");

    [Fact]
    public Task Flags_that_agree_and_flags_that_nobody_knows() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        [Flags, KernelConstants("VFIO_DMA_MAP_FLAG_")] internal enum Own : uint { Read = 1, Write = 2 }
        internal static class Driver
        {
            public static VfioDmaMapFlags A(Own flags) => (VfioDmaMapFlags)flags;
            public static VfioDmaUnmapFlags B(VfioDmaMapFlags flags) => (VfioDmaUnmapFlags)flags;
            public static VfioDmaMapFlags C(uint flags) => (VfioDmaMapFlags)flags;
            public static uint D(VfioDmaMapFlags flags) => (uint)flags;
        }
        """);
}
