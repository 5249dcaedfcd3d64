using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class PageSizeIsAssumedTests
{
    [Fact]
    public Task A_product() => Rule.Flags(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong iova, ulong pages)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = pages * [|4096|] }));
            }
        }
        """,
        "'4096' takes pages for 4096 bytes, and 'VfioIommuType1DmaUnmap.Size' wants multiples of the machine's pages: use Environment.SystemPageSize");

    [Fact]
    public Task Rounding() => Rule.Flags(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong iova, ulong size)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova & [|~0xffful|], Size = (size + [|4095|]) & [|~4095ul|] }));
            }
        }
        """);

    [Fact]
    public async Task A_program_for_x86_alone()
    {
        CSharpCompilation compilation = TestProject.Compile(
            """
            using IoctlSharp.Vfio;
            public static class Driver
            {
                public static ulong Run(VfioContainer container, ulong iova, ulong pages) => container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = pages * 4096 });
            }
            """);
        Compilation generated = TestProject.Generate(compilation.WithOptions(compilation.Options.WithPlatform(Platform.X64)), out _, TestContext.Current.CancellationToken);
        (await TestProject.Analyze(generated, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public Task Other_numbers_and_other_fields() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong iova, ulong size)
            {
                ulong page = (ulong)Environment.SystemPageSize;
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova + 0x10000, Size = (size + page - 1) & ~(page - 1) }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = 4096 }));
                Console.WriteLine(size * 4096);
                VfioRegionInfo region = new() { Offset = size * 4096 };
                Console.WriteLine(region.Offset);
            }
        }
        """);

    [Fact]
    public Task A_shift() => Rule.Flags(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioIommuType1DmaUnmap A(ulong iova, int pages) => new() { Iova = iova, Size = (ulong)pages [|<< 12|] };
            public static VfioIommuType1DmaUnmap B(ulong iova, ulong size) => new() { Iova = iova [|>> 12|] [|<< 12|], Size = ((size [|>> 12|]) + 1) * [|4096|] };
            public static VfioIommuType1DmaUnmap C(ulong start, uint slot) => new() { Iova = start + ((ulong)slot [|<< 12|]), Size = 0x10000 };
        }
        """,
        "'<< 12' takes pages for 4096 bytes, and 'VfioIommuType1DmaUnmap.Size' wants multiples of the machine's pages: use Environment.SystemPageSize");

    [Fact]
    public Task A_local_that_is_given_nothing_else() => Rule.Flags(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer, ulong iova, ulong length)
            {
                ulong size = (length + [|4095|]) & [|~4095UL|];
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = iova, Size = size });
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = size }));
            }
        }
        """);

    [Fact]
    public Task A_parameter_that_the_call_writes_to_a_field() => Rule.Flags(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong iova, ulong pages, Span<ulong> bitmap)
                => container.GetDirtyPages(iova, pages * [|4096|], 4096, bitmap);
        }
        """,
        "'4096' takes pages for 4096 bytes, and 'VfioIommuType1DirtyBitmapGet.Size' wants multiples of the machine's pages: use Environment.SystemPageSize");

    [Fact]
    public Task Other_shifts_constants_and_locals() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            private const ulong RingSize = 4096;
            private const ulong Page = 4096;

            public static VfioIommuType1DmaUnmap A(ulong register, uint megabytes) => new() { Iova = (register >> 12 & 0xff) * (ulong)Environment.SystemPageSize, Size = (ulong)megabytes << 20 };

            public static VfioIommuType1DmaUnmap B(uint index, bool isLarge, ulong length)
            {
                ulong size = length & ~4095UL;
                if (isLarge)
                    size = 0x200000;
                ulong iova = (ulong)index << (12 + 9);
                return new() { Iova = iova, Size = size };
            }

            public static VfioIommuType1DmaUnmap C() => new() { Iova = 4 * Page, Size = RingSize };

            public static VfioRegionInfo D(uint page) => new() { Offset = (ulong)page << 12, Size = Page };

            public static void E(VfioContainer container, ulong iova, ulong size, ulong page, Span<ulong> bitmap) => container.GetDirtyPages(iova, size, page << 12, bitmap);
        }
        """);
}
