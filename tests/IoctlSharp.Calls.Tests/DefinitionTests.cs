using System;
using IoctlSharp.Calls.Tests.Recording;
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>What the kernel sees of the definitions' calls whose struct has a struct, an address or a file in its tail, and of iommufd's.</summary>
public sealed class DefinitionTests
{
    private static VfioDevice Device => new(new IntPtr(KernelRecording.Fd), ownsHandle: false);

    private static Iommu.Iommufd Iommufd => new(new IntPtr(KernelRecording.Fd), ownsHandle: false);

    [Fact]
    public void A_feature_is_asked_for_by_its_number()
    {
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(8, 7ul);
        VfioDeviceFeatureMigration migration = default;
        KernelRecording.FromDirtyStack(() => migration = Device.GetMigration());
        kernel.Call.Request.ShouldBe(0x3b75ul);
        kernel.Call.ShouldHold("10000000 | 01000100 | 0000000000000000");
        migration.Flags.ShouldBe(VfioMigrationFlags.StopCopy | VfioMigrationFlags.PeerToPeer | VfioMigrationFlags.PreCopy);
    }

    [Fact]
    public void A_probe_carries_no_data_and_throws_nothing()
    {
        using var kernel = new KernelRecording(keep: 8).Fails(Errno.ENOTTY);
        Device.ProbeMigrationState().ShouldBe(Errno.ENOTTY);
        kernel.Call.ShouldHold("08000000 | 02000700");
    }

    [Fact]
    public void The_file_of_a_migration_session_is_owned()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(12, fd);
        VfioMigrationData data = Device.SetMigrationState(VfioMigrationState.StopCopy).ShouldNotBeNull();
        kernel.Call.ShouldHold("10000000 | 02000200 | 03000000 ffffffff");
        KernelRecording.Closes(fd).ShouldBe(0);
        data.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void A_migration_state_is_read()
    {
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(8, VfioMigrationState.StopCopy);
        VfioMigrationState state = default;
        KernelRecording.FromDirtyStack(() => state = Device.GetMigrationState());
        kernel.Call.ShouldHold("10000000 | 02000100 | 00000000 00000000");
        state.ShouldBe(VfioMigrationState.StopCopy);
    }

    [Fact]
    public void A_state_that_is_refused_leaves_no_file()
    {
        using var kernel = new KernelRecording(keep: 16).Fails(Errno.EINVAL).Writes(12, -1);
        IoctlException failure = Should.Throw<IoctlException>(() => Device.SetMigrationState(VfioMigrationState.Error));
        failure.Message.ShouldContain("no way leads");
    }

    [Fact]
    public void A_state_without_a_session_has_no_file()
    {
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(12, -1);
        Device.SetMigrationState(VfioMigrationState.Stop).ShouldBeNull();
    }

    [Fact]
    public void Logging_starts_with_the_ranges_and_answers_the_page_size()
    {
        using var kernel = new KernelRecording(keep: 32).KeepsBehind(24, 32).Returns(0).Writes(8, 0x2000ul);
        Device.StartDmaLogging(0x1000, new VfioDeviceFeatureDmaLoggingRange { Iova = 1, Length = 2 }, new VfioDeviceFeatureDmaLoggingRange { Iova = 3, Length = 4 })
            .ShouldBe(0x2000ul);
        kernel.Call.Bytes.AsSpan(0, 24).ToArray().ShouldHold("20000000 | 06000200 | 0010000000000000 | 02000000 00000000");
        kernel.Call.Behind[0].ShouldHold("0100000000000000 0200000000000000 0300000000000000 0400000000000000");
    }

    [Fact]
    public void A_report_of_logging_has_a_bitmap_that_is_long_enough()
    {
        using var kernel = new KernelRecording(keep: 40).KeepsBehind(32, 8).Returns(0).WritesBehind(32, 0, 5);
        Should.Throw<ArgumentException>(() => Device.ReportDmaLogging(0x4000, 65 * 0x1000, 0x1000, new ulong[1])).ParamName.ShouldBe("bitmap");
        kernel.Calls.ShouldBeEmpty();
        ulong[] bitmap = new ulong[1];
        KernelRecording.FromDirtyStack(() => Device.ReportDmaLogging(0x4000, 64 * 0x1000, 0x1000, bitmap));
        kernel.Call.Bytes.AsSpan(0, 32).ToArray().ShouldHold("28000000 | 08000100 | 0040000000000000 0000040000000000 0010000000000000");
        bitmap.ShouldBe([5ul]);
    }

    [Fact]
    public void An_error_event_needs_the_room_that_it_has()
    {
        using var kernel = new KernelRecording(keep: 16).KeepsBehind(8, 4).Returns(0).WritesBehind(8, 3, 7);
        Should.Throw<ArgumentException>(() => Device.GetZpciError(new byte[3], 4)).ParamName.ShouldBe("error");
        kernel.Calls.ShouldBeEmpty();
        byte[] error = new byte[4];
        KernelRecording.FromDirtyStack(() => Device.GetZpciError(error, 4));
        kernel.Call.Bytes.AsSpan(0, 8).ToArray().ShouldHold("10000000 | 0d000100");
        error.ShouldBe([0, 0, 0, 7]);
    }

    [Fact]
    public void A_dma_buf_has_its_parts_behind_it()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 40).Returns(fd);
        using VfioDmaBuf buffer = Device.ExportDmaBuf(2, new VfioRegionDmaRange { Offset = 0x1000, Length = 0x2000 });
        kernel.Call.ShouldHold("28000000 | 0b000100 | 02000000 02000800 00000000 01000000 | 0010000000000000 0020000000000000");
        buffer.DangerousGetHandle().ShouldBe(new IntPtr(fd));
    }

    [Fact]
    public void A_wake_up_names_the_eventfd()
    {
        using var kernel = new KernelRecording(keep: 16);
        using EventFd wakeup = new(new IntPtr(0x33), ownsHandle: false);
        KernelRecording.FromDirtyStack(() => Device.EnterLowPower(wakeup));
        kernel.Call.ShouldHold("10000000 | 04000200 | 33000000 00000000");
        Should.Throw<ArgumentNullException>(() => Device.EnterLowPower(null!)).ParamName.ShouldBe("wakeup");
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void A_token_is_sixteen_bytes()
    {
        using var kernel = new KernelRecording(keep: 24);
        Should.Throw<ArgumentException>(() => Device.SetPciVfToken("short"u8));
        kernel.Calls.ShouldBeEmpty();
        Device.SetPciVfToken("0123456789abcdef"u8);
        kernel.Call.ShouldHold("18000000 | 00000200 | 30313233343536373839616263646566");
    }

    [Fact]
    public void Dirty_pages_have_a_bitmap_behind_the_range()
    {
        using var kernel = new KernelRecording(keep: 48).KeepsBehind(40, 8).Returns(0).WritesBehind(40, 0, 5);
        ulong[] bitmap = new ulong[1];
        using VfioContainer container = new(new IntPtr(KernelRecording.Fd), ownsHandle: false);
        container.GetDirtyPages(0x4000, 0x2000, 0x1000, bitmap);
        kernel.Call.Bytes.AsSpan(0, 40).ToArray()
            .ShouldHold("30000000 | 04000000 | 0040000000000000 0020000000000000 | 0010000000000000 0800000000000000");
        bitmap.ShouldBe([5ul]);
    }

    [Fact]
    public void Unmapping_reports_dirty_pages_and_what_was_unmapped()
    {
        using var kernel = new KernelRecording(keep: 48).KeepsBehind(40, 8).Returns(0).Writes(16, 0x1000ul).WritesBehind(40, 0, 1);
        ulong[] bitmap = new ulong[1];
        using VfioContainer container = new(new IntPtr(KernelRecording.Fd), ownsHandle: false);
        Should.Throw<ArgumentException>(() => container.UnmapDmaAndGetDirtyPages(0, 65 * 0x1000, 0x1000, bitmap)).ParamName.ShouldBe("bitmap");
        kernel.Calls.ShouldBeEmpty();
        container.UnmapDmaAndGetDirtyPages(0x4000, 0x2000, 0x1000, bitmap).ShouldBe(0x1000ul);
        kernel.Call.Bytes.AsSpan(0, 40).ToArray()
            .ShouldHold("30000000 | 01000000 | 0040000000000000 0020000000000000 | 0010000000000000 0800000000000000");
        bitmap.ShouldBe([1ul]);
    }

    [Fact]
    public void Ranges_are_asked_for_again_until_they_fit()
    {
        using var kernel = new KernelRecording(keep: 32).Fails(Errno.EMSGSIZE).Writes(8, 1000u).Returns(0).Writes(8, 1u).WritesBehind(16, 0, 1).Writes(24, 4096ul);
        KernelBuffer<IommuIoasIovaRanges> ranges = Iommufd.GetIovaRanges(new IoasId(9));
        kernel.Calls.Count.ShouldBe(2);
        kernel.Calls[1].Bytes.AsSpan(0, 8).ToArray().ShouldHold("20000000 | 09000000");
        ranges.Value.OutIovaAlignment.ShouldBe(4096ul);
    }

    [Fact]
    public void Both_results_of_a_fault_queue_come_out()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(8, 5u).Writes(12, fd);
        Iommufd.AllocateFaultQueue(out FaultQueueId id, out FaultQueue queue);
        kernel.Call.Request.ShouldBe(0x3b8eul);
        id.ShouldBe(new FaultQueueId(5));
        queue.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void Invalidations_say_how_long_one_is_and_answer_how_many_were_done()
    {
        using var kernel = new KernelRecording(keep: 32).KeepsBehind(8, 48).Returns(0).Writes(24, 1u);
        Iommufd.Invalidate(new HwptId(4), [new IommuHwptVtdS1Invalidate { Address = 1 }, new IommuHwptVtdS1Invalidate { Address = 2 }]).ShouldBe(1u);
        kernel.Call.Bytes.AsSpan(16).ToArray().ShouldHold("00000000 | 18000000 | 02000000 | 00000000");
    }

    [Fact]
    public void A_guests_page_table_is_pointed_to_with_its_size_in_bytes()
    {
        using var kernel = new KernelRecording(keep: 48).KeepsBehind(32, 24).Returns(0).Writes(16, 8u);
        Iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = new DeviceId(1), PtId = new HwptId(2) }, new IommuHwptVtdS1 { PageTableAddress = 0x5000, AddressWidth = 48 }).ShouldBe(new HwptId(8));
        kernel.Call.Bytes.AsSpan(0, 32).ToArray().ShouldHold("30000000 | 00000000 | 01000000 02000000 00000000 00000000 | 01000000 18000000");
        kernel.Call.Behind[0].ShouldHold("0000000000000000 | 0050000000000000 | 30000000 00000000");
    }

    [Fact]
    public void The_data_of_a_vIOMMU_comes_out()
    {
        using var kernel = new KernelRecording(keep: 40).KeepsBehind(32, 16).Returns(0).Writes(20, 8u).WritesBehind(32, 1, 0x10);
        Iommufd.AllocateViommu(new IommuViommuAlloc { DevId = new DeviceId(1), HwptId = new HwptId(2) }, out IommuViommuTegra241Cmdqv data).ShouldBe(new ViommuId(8));
        kernel.Call.Bytes.AsSpan(0, 32).ToArray().ShouldHold("28000000 | 00000000 | 02000000 | 01000000 02000000 | 00000000 | 10000000 00000000");
        data.OutVintfMmapOffset.ShouldBe(0x1000ul);
    }

    [Fact]
    public void An_attached_page_table_is_the_one_that_the_kernel_says()
    {
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(8, 77u);
        using VfioCdev device = new(new IntPtr(KernelRecording.Fd), ownsHandle: false);
        device.AttachPasid(new HwptId(6), 3).ShouldBe(new PageTableId(77));
        kernel.Call.ShouldHold("10000000 | 01000000 | 06000000 | 03000000");
    }
}
