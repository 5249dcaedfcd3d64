using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class KernelValueIsNarrowedTests
{
    [Fact]
    public Task An_offset() => Rule.Flags(
        RuleIds.KernelValueIsNarrowed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static int Run(VfioDevice device)
            {
                return [|(int)device.GetRegionInfo(0).Value.Offset|];
            }
        }
        """,
        "'VfioRegionInfo.Offset' has 64 bits, of which the cast to 'int' drops what does not fit: keep them, or cast in a checked context");

    [Fact]
    public Task A_size_of_a_local() => Rule.Flags(
        RuleIds.KernelValueIsNarrowed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                VfioRegionInfo region = device.GetRegionInfo(0).Value;
                byte[] copy = new byte[[|(uint)region.Size|]];
                Console.WriteLine(copy.Length);
            }
        }
        """);

    [Fact]
    public Task What_the_program_itself_put_there() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer, int length)
            {
                VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Size = (ulong)length };
                container.MapDma(map);
                Console.WriteLine((int)map.Size);
            }
        }
        """);

    [Fact]
    public Task Checked_compared_masked_and_wide() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                VfioRegionInfo region = device.GetRegionInfo(0).Value;
                Console.WriteLine(checked((int)region.Size));
                Console.WriteLine((long)region.Size);
                Console.WriteLine((uint)(region.Size & 0xfff));
                VfioRegionInfo other = device.GetRegionInfo(1).Value;
                if (other.Offset > int.MaxValue)
                    throw new NotSupportedException();
                Console.WriteLine((int)other.Offset);
                Console.WriteLine((int)region.Index);
            }
        }
        """);

    [Fact]
    public Task By_a_local_or_with_something_added() => Rule.Flags(
        RuleIds.KernelValueIsNarrowed,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static int A(VfioDevice device)
            {
                ulong offset = device.GetRegionInfo(7).Value.Offset;
                return [|(int)offset|];
            }
            public static int B(VfioRegionInfo region) => [|(int)(region.Offset + 4)|];
            public static uint C(VfioRegionInfo region)
            {
                long offset = (long)region.Offset;
                return [|(uint)offset|];
            }
        }
        """);

    [Fact]
    public Task A_local_that_is_compared_or_cut() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static int A(VfioDevice device)
            {
                ulong size = device.GetRegionInfo(7).Value.Size;
                if (size > 4096)
                    return -1;
                return (int)size;
            }
            public static uint B(VfioRegionInfo region)
            {
                ulong offset = region.Offset;
                return (uint)(offset >> 12) + (uint)(region.Size / 4096) + (uint)(region.Offset - region.Offset);
            }
            public static int C(VfioRegionInfo region, ulong limit)
            {
                ulong size = region.Size;
                size = Math.Min(size, limit);
                return (int)size;
            }
        }
        """);
}
