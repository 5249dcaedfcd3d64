using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ValueIsNotAlignedTests
{
    [Fact]
    public Task A_size() => Rule.Flags(
        RuleIds.ValueIsNotAligned,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0x100000, Size = [|1500|] }));
            }
        }
        """,
        "'VfioIommuType1DmaUnmap.Size' reaches 'UnmapDma' as 0x5dc, no multiple of a page's size: round it");

    [Fact]
    public Task A_computed_address() => Rule.Flags(
        RuleIds.ValueIsNotAligned,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong size)
            {
                const ulong Base = 0x100000;
                ulong iova = Base + 0x800;
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = [|iova|], Size = size }));
            }
        }
        """);

    [Fact]
    public Task A_stated_alignment() => Rule.Flags(
        RuleIds.ValueIsNotAligned,
        """
        [KernelStruct("window")] public partial struct Window { [AlignedTo(64)] public ulong Start; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOW, 1)] public static partial void Create(this Device device, in Window window); }
        public static class Driver { public static void Run(Device device) => device.Create(new Window { Start = [|32|] }); }
        """,
        "'Window.Start' reaches 'Create' as 0x20, no multiple of 64: round it");

    [Fact]
    public Task Multiples_and_what_is_not_known() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong iova, ulong size)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0, Size = 0x10000 }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = (size + 1) & ~1ul }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All }));
            }
        }
        """);

    [Fact]
    public Task A_parameter_that_stands_behind_the_argument() => Rule.Flags(
        RuleIds.ValueIsNotAligned,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, Span<ulong> bitmap) => container.GetDirtyPages([|1500|], 0x10000, 4096, bitmap);
        }
        """,
        "'VfioIommuType1DirtyBitmapGet.Iova' reaches 'GetDirtyPages' as 0x5dc, no multiple of a page's size: round it");
}
