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
}
