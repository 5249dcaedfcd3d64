using System;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>Dirty pages at exact places: the mock's command makes them, the shipped calls report them.</summary>
public sealed class DirtyTrackingTests : IDisposable
{
    private const ulong Size = 640 << 10;
    private const int Pages = (int)(Size / MockDevice.PageSize);

    private readonly MockDevice _mock = new();
    private readonly DmaBuffer _memory = new(Size);
    private readonly HwptId _hwpt;

    public DirtyTrackingTests()
    {
        _hwpt = _mock.AllocateHwpt(IommuHwptAllocFlags.DirtyTracking);
        _mock.Iommufd.MapMemory(new IommuIoasMap
        {
            Flags = IommuIoasMapFlags.FixedIova | IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable,
            IoasId = _mock.Ioas,
            UserVa = _memory.Address,
            Length = Size,
            Iova = MockDevice.Start,
        }).ShouldBe(MockDevice.Start);
    }

    public void Dispose()
    {
        _mock.Dispose();
        _memory.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(Pages - 1)]
    [InlineData(0, 1, 5, 62, 63, 64, 127, 128, 158, 159)]
    [Covers("IOMMU_HWPT_SET_DIRTY_TRACKING"), Covers("IOMMU_HWPT_GET_DIRTY_BITMAP")]
    public void Exactly_the_pages_that_were_written_are_dirty_and_once_only(params int[] pages)
    {
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(pages)).ShouldBe((ulong)pages.Length);
        Report().ShouldBe(Bits(pages));
        Report().ShouldBe(Bits());
    }

    [Fact]
    [Covers("IOMMU_HWPT_GET_DIRTY_BITMAP")]
    public void With_NoClear_they_stay_dirty()
    {
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(3, 70));
        Report(IommuHwptGetDirtyBitmapFlags.NoClear).ShouldBe(Bits(3, 70));
        Report(IommuHwptGetDirtyBitmapFlags.NoClear).ShouldBe(Bits(3, 70));
        Report().ShouldBe(Bits(3, 70));
        Report().ShouldBe(Bits());
    }

    [Fact]
    public void Bits_are_set_and_none_is_cleared()
    {
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(1));
        ulong[] bitmap = Bits(0, 100);
        _mock.Iommufd.GetDirtyBitmap(_hwpt, MockDevice.Start, Size, MockDevice.PageSize, bitmap);
        bitmap.ShouldBe(Bits(0, 1, 100));
    }

    [Fact]
    public void A_part_is_reported_from_its_own_first_page_and_the_rest_stays()
    {
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(1, 66, 130));
        ulong[] part = new ulong[1];
        _mock.Iommufd.GetDirtyBitmap(_hwpt, MockDevice.Start + 64 * MockDevice.PageSize, 64 * MockDevice.PageSize, MockDevice.PageSize, part);
        part.ShouldBe([1ul << 2]);
        Report().ShouldBe(Bits(1, 130));
    }

    [Fact]
    public void A_larger_page_is_dirty_when_one_in_it_is()
    {
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(1, 5, 159));
        ulong[] bitmap = new ulong[2];
        _mock.Iommufd.GetDirtyBitmap(_hwpt, MockDevice.Start, Size, 2 * MockDevice.PageSize, bitmap);
        bitmap.ShouldBe([1ul << 0 | 1ul << 2, 1ul << (79 - 64)]);
    }

    [Fact]
    public void Tracking_that_starts_again_starts_clean_and_the_mock_writes_nothing_while_it_is_off()
    {
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(9));
        _mock.Iommufd.SetDirtyTracking(_hwpt, 0);
        Should.Throw<IoctlException>(() => _mock.MakeDirty(_hwpt, MockDevice.Start, Size, Bits(9))).Error.ShouldBe(Errno.EINVAL);
        _mock.Iommufd.SetDirtyTracking(_hwpt, IommuHwptDirtyTrackingFlags.Enable);
        Report().ShouldBe(Bits());
    }

    [Fact]
    public void What_cannot_be_reported_is_refused()
    {
        HwptId without = _mock.AllocateHwpt();
        IoctlException failure = Should.Throw<IoctlException>(() => _mock.Iommufd.SetDirtyTracking(without, IommuHwptDirtyTrackingFlags.Enable));
        failure.Error.ShouldBe(Errno.EOPNOTSUPP);
        failure.Message.ShouldContain("was not made with DirtyTracking");
        Refused(without, MockDevice.Start, Size).ShouldBe(Errno.EOPNOTSUPP);
        Refused(_hwpt, MockDevice.Start + 1, Size).ShouldBe(Errno.EINVAL);
        Refused(_hwpt, MockDevice.Start, Size + 1).ShouldBe(Errno.EINVAL);
        Refused(new HwptId(_mock.Ioas.Value), MockDevice.Start, Size).ShouldBe(Errno.ENOENT);
        Should.Throw<ArgumentException>(() => _mock.Iommufd.GetDirtyBitmap(_hwpt, MockDevice.Start, Size, MockDevice.PageSize, new ulong[2])).Message.ShouldContain("need a bitmap of 24 bytes");
    }

    [Fact]
    public void A_device_whose_IOMMU_tracks_nothing_gets_no_such_page_table()
    {
        using MockDevice mock = new(MockDeviceFlags.NoDirty);
        IoctlException failure = Should.Throw<IoctlException>(() => mock.AllocateHwpt(IommuHwptAllocFlags.DirtyTracking));
        failure.Error.ShouldBe(Errno.EOPNOTSUPP);
        failure.Message.ShouldContain("cannot do what the flags ask for");
        mock.Iommufd.GetHwInfo(mock.Id).Value.OutCapabilities.HasFlag(IommuHwCapabilities.DirtyTracking).ShouldBeFalse();
        _mock.Iommufd.GetHwInfo(_mock.Id).Value.OutCapabilities.HasFlag(IommuHwCapabilities.DirtyTracking).ShouldBeTrue();
    }

    private static ulong[] Bits(params int[] pages)
    {
        ulong[] bitmap = new ulong[(Pages + 63) / 64];
        foreach (int page in pages)
            bitmap[page / 64] |= 1ul << (page % 64);
        return bitmap;
    }

    private ulong[] Report(IommuHwptGetDirtyBitmapFlags flags = 0)
    {
        ulong[] bitmap = Bits();
        _mock.Iommufd.GetDirtyBitmap(_hwpt, MockDevice.Start, Size, MockDevice.PageSize, bitmap, flags);
        return bitmap;
    }

    private Errno Refused(HwptId hwpt, ulong iova, ulong length) =>
        Should.Throw<IoctlException>(() => _mock.Iommufd.GetDirtyBitmap(hwpt, iova, length, MockDevice.PageSize, new ulong[4])).Error;
}
