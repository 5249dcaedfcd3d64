using System;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Iommufd;

/// <summary>The kernel writes a bit for each page of the range, whatever room the caller has.</summary>
public sealed class DirtyBitmapTests
{
    [Theory]
    [InlineData(0ul, 0)]
    [InlineData(1ul, 1)]
    [InlineData(64 * 4096ul, 1)]
    [InlineData((64 * 4096ul) + 1, 2)]
    [InlineData(65 * 4096ul, 2)]
    public void As_many_words_as_pages_need_are_enough_and_fewer_are_not(ulong length, int words)
    {
        DirtyBitmap.Check(length, 4096, words);
        if (words > 0)
            Should.Throw<ArgumentException>(() => DirtyBitmap.Check(length, 4096, words - 1)).Message.ShouldContain($"needs {words} words, not {words - 1}");
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(4095ul)]
    public void A_page_size_is_a_power_of_two(ulong pageSize)
        => Should.Throw<ArgumentOutOfRangeException>(() => DirtyBitmap.Check(4096, pageSize, 1)).ParamName.ShouldBe("pageSize");

    [Fact]
    public void The_largest_range_does_not_overflow()
        => Should.Throw<ArgumentException>(() => DirtyBitmap.Check(ulong.MaxValue, 1, int.MaxValue)).Message.ShouldContain("288230376151711744 words");
}
