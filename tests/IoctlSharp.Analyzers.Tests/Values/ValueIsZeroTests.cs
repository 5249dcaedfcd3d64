using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ValueIsZeroTests
{
    [Fact]
    public Task Never_set() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine(container.UnmapDma([|new VfioIommuType1DmaUnmap { Iova = 0x100000 }|]));
            }
        }
        """,
        "'VfioIommuType1DmaUnmap.Size' reaches 'UnmapDma' as zero, which the kernel refuses: give it a value");

    [Fact]
    public Task Set_to_zero() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Iova = 0x100000, Size = 4096 };
                unmap.Size = [|0|];
                Console.WriteLine(container.TryUnmapDma(ref unmap));
                Console.WriteLine(unmap.Size);
            }
        }
        """);

    [Fact]
    public Task Another_flag_than_the_one_that_lifts_it() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine(container.UnmapDma([|new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.Vaddr, Iova = 0x100000 }|]));
            }
        }
        """);

    [Fact]
    public Task Given_or_not_needed() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, VfioDmaUnmapFlags flags)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Size = 4096 }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = flags }));
                VfioIommuType1DmaUnmap unmap = new();
                if (flags == 0)
                    unmap.Size = 4096;
                Console.WriteLine(container.UnmapDma(unmap));
            }
        }
        """);

    [Fact]
    public Task What_a_call_filled() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Size = 4096 };
                Console.WriteLine(container.TryUnmapDma(ref unmap));
                Console.WriteLine(unmap.Size);
                Console.WriteLine(container.TryUnmapDma(ref unmap));
                Console.WriteLine(unmap.Size);
            }
        }
        """);
}
