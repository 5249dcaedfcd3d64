using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class RegionOffsetIsComputedTests
{
    [Fact]
    public Task A_region() => Rule.Flags(
        RuleIds.RegionOffsetIsComputed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(VfioPciRegion region)
            {
                return [|(ulong)region << 40|];
            }
        }
        """,
        "'(ulong)region << 40' is how one kernel driver numbers its regions, which is its own business: take the Offset that GetRegionInfo answers");

    [Fact]
    public Task An_index_in_a_constant_shift() => Rule.Flags(
        RuleIds.RegionOffsetIsComputed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(int barIndex)
            {
                const int Shift = 40;
                return ([|(ulong)barIndex << Shift|]) + 0x10;
            }
        }
        """);

    [Fact]
    public Task An_index_that_goes_into_a_key() => Rule.IsSilent(
        """
        public static class Driver
        {
            public static ulong Key(int queueIndex, ulong low)
            {
                ulong key = (ulong)queueIndex << 40;
                key |= low;
                return key;
            }
        }
        """);

    [Fact]
    public Task Other_shifts() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(int index, ulong tag, int shift)
            {
                return ((ulong)index << 12) + (1ul << 40) + (tag << 40) + ((ulong)index << shift);
            }
        }
        """);

    [Fact]
    public Task Multiplied_passed_and_taken_apart() => Rule.Flags(
        RuleIds.RegionOffsetIsComputed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static ulong A(uint index) => [|index * (1UL << 40)|];
            public static int B(VfioDevice device, byte[] bytes) => device.Read(bytes, ([|7UL << 40|]) + 0x10);
            public static uint C(VfioRegionInfo region) => (uint)([|region.Offset >> 40|]);
        }
        """);

    [Fact]
    public Task Terabytes() => Rule.IsSilent(
        """
        internal static class Sizes
        {
            public static ulong A(ulong terabytes) => terabytes * (1UL << 40);
            public static ulong B(ulong size) => size >> 40;
            public static ulong C() => 7UL << 40;
        }
        """);
}
