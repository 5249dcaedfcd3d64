using System;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Spapr.Tests;

public class SpaprWindowTests
{
    private const ulong Start = 1ul << 59;
    private const ulong Size = 1ul << 32;

    [Theory]
    [InlineData(Start, Size, true)]
    [InlineData(Start, 4096, true)]
    [InlineData(Start + Size - 4096, 4096, true)]
    [InlineData(Start + Size - 4096, 8192, false)]
    [InlineData(Start - 4096, 4096, false)]
    [InlineData(Start + Size, 4096, false)]
    [InlineData(Start, Size + 1, false)]
    [InlineData(Start + 1, ulong.MaxValue, false)]
    [InlineData(ulong.MaxValue, 1, false)]
    public void A_window_contains_what_lies_within_it(ulong iova, ulong size, bool expected)
    {
        using VfioContainer container = new(-1, ownsHandle: false);

        new SpaprWindow(container, Start, Size, 16, 2).Contains(iova, size).ShouldBe(expected);
    }

    [Fact]
    public void A_window_knows_its_pages_and_levels()
    {
        using VfioContainer container = new(-1, ownsHandle: false);
        SpaprWindow window = new(container, Start, Size, 16, 2);

        window.PageSize.ShouldBe(65536ul);
        window.ToString().ShouldBe("SpaprWindow (0x800000000000000, 4294967296 bytes, pages of 65536 bytes, 2 levels)");
    }

    [Fact]
    public void A_window_of_a_closed_container_is_gone_already()
    {
        VfioContainer container = new(-1, ownsHandle: false);
        SpaprWindow window = new(container, Start, Size, 16, 2);
        container.Dispose();

        Should.NotThrow(window.Dispose);
    }

    [Theory]
    [InlineData(0x4000_0000, 0x1000, true)]
    [InlineData(0x4000_0000, 0x4000_0000, true)]
    [InlineData(0x4000_0000, 0x4000_0001, false)]
    [InlineData(0x3fff_f000, 0x1000, false)]
    [InlineData(0x8000_0000, 0x1000, false)]
    [InlineData(0x7fff_f000, ulong.MaxValue, false)]
    public void The_default_window_contains_what_lies_within_it(ulong iova, ulong size, bool expected)
    {
        VfioIommuSpaprTceInfo info = new() { Dma32WindowStart = 0x4000_0000, Dma32WindowSize = 0x4000_0000 };

        info.DefaultWindowContains(iova, size).ShouldBe(expected);
    }

    [Fact]
    public void Page_sizes_are_shifts()
    {
        new VfioIommuSpaprTceDdwInfo { PageSizes = 0x4021_1000 }.PageShifts.ShouldBe([12u, 16u, 21u, 30u]);
        new VfioIommuSpaprTceDdwInfo { PageSizes = 1ul << 63 | 1 }.PageShifts.ShouldBe([0u, 63u]);
        default(VfioIommuSpaprTceDdwInfo).PageShifts.ShouldBeEmpty();
    }
}
