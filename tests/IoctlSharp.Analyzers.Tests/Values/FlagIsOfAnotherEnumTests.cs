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
}
