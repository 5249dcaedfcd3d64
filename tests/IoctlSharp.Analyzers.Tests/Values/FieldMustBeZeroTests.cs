using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FieldMustBeZeroTests
{
    [Fact]
    public Task A_field_that_a_flag_forbids() => Rule.Flags(
        RuleIds.FieldMustBeZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All, Iova = [|0x10000|] }));
            }
        }
        """,
        "'VfioIommuType1DmaUnmap.Iova' reaches 'UnmapDma' with a value, although 'Flags' has All: leave the field zero");

    [Fact]
    public Task A_field_whose_flag_is_missing() => Rule.Flags(
        RuleIds.FieldMustBeZero,
        """
        using IoctlSharp.Iommu;

        public static class Driver
        {
            public static void Run(Iommufd iommufd, IoasId ioas, DmaBuffer buffer)
            {
                var map = new IommuIoasMap { IoasId = ioas, Flags = IommuIoasMapFlags.Readable, UserVa = buffer.Address, Length = buffer.Size };
                map.Iova = [|0x200000|];
                iommufd.MapMemory(map);
            }
        }
        """,
        "'IommuIoasMap.Iova' reaches 'MapMemory' with a value, which means nothing unless 'Flags' has FixedIova: set that in 'Flags', or leave the field zero");

    [Fact]
    public Task Given_with_its_flag_or_perhaps() => Rule.IsSilent(
        """
        using IoctlSharp.Iommu;

        public static class Driver
        {
            public static void Run(Iommufd iommufd, IoasId ioas, DmaBuffer buffer, IommuIoasMapFlags flags, bool isFixed)
            {
                var map = new IommuIoasMap { IoasId = ioas, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.FixedIova, UserVa = buffer.Address, Length = buffer.Size, Iova = 0x200000 };
                iommufd.MapMemory(map);
                iommufd.MapMemory(map with { Flags = flags });
                map.Flags = IommuIoasMapFlags.Readable;
                if (isFixed)
                    map.Flags |= IommuIoasMapFlags.FixedIova;
                iommufd.MapMemory(map);
                iommufd.MapMemory(map with { Flags = IommuIoasMapFlags.Writeable, Iova = 0 });
            }
        }
        """);
}
