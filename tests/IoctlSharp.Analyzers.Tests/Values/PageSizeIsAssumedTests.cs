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
}
