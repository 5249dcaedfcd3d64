using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>Dirty pages of a container: the IOMMU says nothing of them, so that every page a device could write counts as written.</summary>
public sealed class DirtyPagesTests
{
    private const ulong Iova = 0x100000;
    private const ulong Page = 4096;
    private const ulong Size = 70 * Page;

    private static readonly ulong[] s_all = [ulong.MaxValue, 0x3f];

    [Fact]
    [Covers("VFIO_IOMMU_DIRTY_PAGES"), Covers("VFIO_IOMMU_MAP_DMA"), Covers("VFIO_IOMMU_UNMAP_DMA")]
    public void All_pages_are_dirty_and_stay_so()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using DmaBuffer memory = new(Size);
        open.Container.StartDirtyPages();
        open.Container.MapDma(new() { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = memory.Address, Iova = Iova, Size = Size });
        for (int i = 0; i < 2; i++)
        {
            ulong[] bitmap = new ulong[2];
            open.Container.GetDirtyPages(Iova, Size, Page, bitmap);
            bitmap.ShouldBe(s_all);
        }

        ulong[] last = new ulong[2];
        open.Container.UnmapDmaAndGetDirtyPages(Iova, Size, Page, last).ShouldBe(Size);
        last.ShouldBe(s_all);
        open.Container.StopDirtyPages();
    }

    [Fact]
    public void What_cannot_be_reported_is_refused()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using DmaBuffer memory = new(Size);
        open.Container.MapDma(new() { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = Iova, Size = Size });
        Refused(Iova, Size, Page).ShouldBe(Errno.EINVAL); // not tracked
        open.Container.StartDirtyPages();
        Refused(Iova, Size, 2 * Page).ShouldBe(Errno.EINVAL);
        Refused(Iova + Page, Size - Page, Page).ShouldBe(Errno.EINVAL);
        Should.Throw<ArgumentException>(() => open.Container.GetDirtyPages(Iova, Size, Page, new ulong[1]));

        Errno Refused(ulong iova, ulong size, ulong pageSize) => Should.Throw<IoctlException>(() => open.Container.GetDirtyPages(iova, size, pageSize, new ulong[2])).Error;
    }

    [Fact]
    public void The_first_version_of_type1_tracks_nothing()
    {
        using OpenDevice open = new(GuestDevices.RootEdu, VfioExtension.Type1Iommu);
        IoctlException failure = Should.Throw<IoctlException>(() => open.Container.StartDirtyPages());
        failure.Error.ShouldBe(Errno.EACCES);
        failure.Message.ShouldContain("only type1 version 2");
    }
}
