using System;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>What was unmapped is told by each backend in its own way.</summary>
public sealed class UnmapTests
{
    private const ulong Iova = 0x1000000;
    private const ulong Page = 4096;
    private const ulong Size = 4 * Page;

    [Theory]
    [InlineData(Backend.Type1)]
    [InlineData(Backend.Type1v2)]
    [InlineData(Backend.IommufdType1)]
    [InlineData(Backend.IommufdType1v2)]
    [InlineData(Backend.Iommufd)]
    public void Whole_mappings_are_unmapped_and_summed_up(Backend backend)
    {
        using OpenBackend open = new(backend, GuestDevices.RootEdu);
        using DmaBuffer memory = new(Size);
        open.Map(memory, Iova).ShouldBe(Errno.None);
        open.Map(memory, Iova).ShouldBe(Errno.EEXIST);
        open.Unmap(Iova, Size).ShouldBe((Errno.None, Size));

        // Two of them, with a hole between, in a range that goes beyond both.
        open.Map(memory, Iova);
        open.Map(memory, Iova + 2 * Size);
        open.Unmap(Iova - Page, 8 * Size).ShouldBe((Errno.None, 2 * Size));

        open.Map(memory, Iova);
        open.Map(memory, Iova + 2 * Size);
        open.UnmapAll().ShouldBe((Errno.None, 2 * Size));
        open.UnmapAll().ShouldBe((Errno.None, 0ul));
    }

    [Theory]
    [InlineData(Backend.Type1, Errno.None, 0ul)]
    [InlineData(Backend.Type1v2, Errno.None, 0ul)]
    [InlineData(Backend.IommufdType1, Errno.None, 0ul)]
    [InlineData(Backend.IommufdType1v2, Errno.None, 0ul)]
    [InlineData(Backend.Iommufd, Errno.ENOENT, Size)]
    public void Where_nothing_is_mapped_only_an_iommufd_itself_fails(Backend backend, Errno error, ulong size)
    {
        using OpenBackend open = new(backend, GuestDevices.RootEdu);
        open.Unmap(Iova, Size).ShouldBe((error, size));
    }

    // Type1 takes the whole mapping when the range begins where it does; version 2 and iommufd never cut; the compatibility
    // mode of version 1 really does, as it gives up large pages for that.
    [Theory]
    [InlineData(Backend.Type1, Errno.None, Size, 0ul)]
    [InlineData(Backend.Type1v2, Errno.EINVAL, Page, Size)]
    [InlineData(Backend.IommufdType1, Errno.None, Page, Size - Page)]
    [InlineData(Backend.IommufdType1v2, Errno.ENOENT, 0ul, Size)]
    [InlineData(Backend.Iommufd, Errno.ENOENT, Page, Size)]
    public void The_start_of_a_mapping(Backend backend, Errno error, ulong size, ulong left) => Cut(backend, Iova, Page, error, size, left);

    [Theory]
    [InlineData(Backend.Type1, Errno.None, 0ul, Size)]
    [InlineData(Backend.Type1v2, Errno.EINVAL, Page, Size)]
    [InlineData(Backend.IommufdType1, Errno.None, Page, Size - Page)]
    [InlineData(Backend.IommufdType1v2, Errno.ENOENT, 0ul, Size)]
    [InlineData(Backend.Iommufd, Errno.ENOENT, Page, Size)]
    public void The_middle_of_a_mapping(Backend backend, Errno error, ulong size, ulong left) => Cut(backend, Iova + Page, Page, error, size, left);

    [Theory]
    [InlineData(Backend.Type1, Errno.None, 0ul, Size)]
    [InlineData(Backend.Type1v2, Errno.EINVAL, 2 * Page, Size)]
    [InlineData(Backend.IommufdType1, Errno.None, Page, Size - Page)]
    [InlineData(Backend.IommufdType1v2, Errno.ENOENT, 0ul, Size)]
    [InlineData(Backend.Iommufd, Errno.ENOENT, 2 * Page, Size)]
    public void The_end_of_a_mapping_and_beyond(Backend backend, Errno error, ulong size, ulong left) => Cut(backend, Iova + Size - Page, 2 * Page, error, size, left);

    // A device must reach what is left, and only that.
    [Fact]
    public void What_the_compatibility_mode_cuts_out_is_out_of_reach_and_the_rest_is_not()
    {
        using OpenBackend open = new(Backend.IommufdType1, GuestDevices.RootEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(Size);
        open.Map(memory, Iova);
        open.Unmap(Iova + Page, Page).ShouldBe((Errno.None, Page));
        memory.GetSpan(0, EduDevice.DmaLength).Fill(0x77);
        edu.ReadFromMemory(Iova);
        edu.WriteToMemory(Iova + Page);
        edu.WriteToMemory(Iova + 2 * Page);
        memory.GetSpan(Page, EduDevice.DmaLength).IndexOfAnyExcept((byte)0).ShouldBe(-1);
        memory.GetSpan(2 * Page, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x77).ShouldBe(-1);
    }

    private static void Cut(Backend backend, ulong iova, ulong length, Errno error, ulong size, ulong left)
    {
        using OpenBackend open = new(backend, GuestDevices.RootEdu);
        using DmaBuffer memory = new(Size);
        open.Map(memory, Iova).ShouldBe(Errno.None);
        open.Unmap(iova, length).ShouldBe((error, size));
        open.UnmapAll().ShouldBe((Errno.None, left));
    }
}
