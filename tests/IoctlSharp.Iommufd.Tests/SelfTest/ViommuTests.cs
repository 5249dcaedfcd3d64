using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>A guest's slice of the mock IOMMU: vDevices, events, hardware queues.</summary>
public sealed class ViommuTests : IDisposable
{
    private const ulong VirtualId = 0x99;

    private readonly MockDevice _mock = new();
    private readonly HwptId _parent;

    public ViommuTests() => _parent = _mock.AllocateHwpt(IommuHwptAllocFlags.NestParent);

    public void Dispose() => _mock.Dispose();

    [Fact]
    [Covers("IOMMU_VIOMMU_ALLOC")]
    public void The_data_of_a_type_goes_in_and_comes_back()
    {
        Span<MockViommu> data = [new() { InData = 0x12345678 }];
        _mock.Iommufd.AllocateViommu(new IommuViommuAlloc { Type = MockIoctls.ViommuType, DevId = _mock.Id, HwptId = _parent }, MemoryMarshal.AsBytes(data));
        data[0].OutData.ShouldBe(0x12345678u);
        data[0].OutMmapLength.ShouldBe(2ul * (ulong)Environment.SystemPageSize);
        using MappedRegion pages = _mock.Iommufd.Map(data[0].OutMmapOffset, data[0].OutMmapLength);
        pages.Read32(0).ShouldBe(0x12345678u);
    }

    [Fact]
    public void What_is_no_vIOMMU_is_refused()
    {
        Refused(new() { Type = IommuViommuType.ArmSmmuv3, DevId = _mock.Id, HwptId = _parent }).ShouldBe(Errno.EOPNOTSUPP);
        Refused(new() { Type = IommuViommuType.Default, DevId = _mock.Id, HwptId = _parent }).ShouldBe(Errno.EOPNOTSUPP);
        Refused(new() { Type = MockIoctls.ViommuType, DevId = _mock.Id, HwptId = _mock.AllocateHwpt() }).ShouldBe(Errno.EINVAL);
        Refused(new() { Type = MockIoctls.ViommuType, DevId = new DeviceId(1000), HwptId = _parent }).ShouldBe(Errno.ENOENT);

        Errno Refused(IommuViommuAlloc viommu) => Should.Throw<IoctlException>(() => _mock.Iommufd.AllocateViommu(viommu)).Error;
    }

    [Fact]
    [Covers("IOMMU_VDEVICE_ALLOC")]
    public void A_device_is_one_vDevice_and_an_id_is_given_once()
    {
        ViommuId viommu = _mock.AllocateViommu(_parent);
        VdeviceId vdevice = _mock.AllocateVdevice(viommu, VirtualId);
        Should.Throw<IoctlException>(() => _mock.AllocateVdevice(viommu, VirtualId + 1)).Error.ShouldBe(Errno.EEXIST);
        _mock.Iommufd.TryDestroy(viommu).ShouldBe(Errno.EBUSY);
        _mock.Iommufd.Destroy(vdevice);
        _mock.Iommufd.Destroy(_mock.AllocateVdevice(viommu, VirtualId + 1));
        _mock.Iommufd.Destroy(viommu);
    }

    [Fact]
    [Covers("IOMMU_VEVENTQ_ALLOC")]
    public void Events_come_in_order_with_numbers()
    {
        ViommuId viommu = AttachedViommu();
        using EventQueue queue = AllocateQueue(viommu, depth: 16);
        queue.WaitToRead(TimeSpan.Zero).ShouldBeFalse();
        for (int i = 0; i < 3; i++)
            _mock.TryTriggerEvent().ShouldBe(Errno.None);
        queue.WaitToRead(TimeSpan.FromSeconds(20)).ShouldBeTrue();

        byte[] room = new byte[24]; // of two
        Read(queue, room).ShouldBe([(0u, false, (uint)VirtualId), (1u, false, (uint)VirtualId)]);
        Read(queue, room).ShouldBe([(2u, false, (uint)VirtualId)]);
        Read(queue, room).ShouldBeEmpty();
        Should.Throw<IOException>(() => queue.ReadNext(new byte[7])).HResult.ShouldBe((int)Errno.EINVAL);
    }

    [Fact]
    public void A_full_queue_loses_events_and_says_how_many()
    {
        ViommuId viommu = AttachedViommu();
        using EventQueue queue = AllocateQueue(viommu, depth: 2);
        for (int i = 0; i < 5; i++)
            _mock.TryTriggerEvent().ShouldBe(Errno.None);
        byte[] room = new byte[200];
        // 2 and 3 are lost, and 4, whose number the loss has.
        Read(queue, room).ShouldBe([(0u, false, (uint)VirtualId), (1u, false, (uint)VirtualId), (4u, true, 0u)]);
        _mock.TryTriggerEvent().ShouldBe(Errno.None);
        Read(queue, room).ShouldBe([(5u, false, (uint)VirtualId)]);
    }

    [Fact]
    public void A_queue_of_a_type_is_one_and_no_file_leaks()
    {
        ViommuId viommu = AttachedViommu();
        _mock.TryTriggerEvent().ShouldBe(Errno.EOPNOTSUPP); // the vIOMMU has no queue
        _mock.Iommufd.AllocateEventQueue(viommu, MockIoctls.EventType, 4, out EventQueueId id, out EventQueue queue);
        Descriptors.IsClosedOnExec(queue).ShouldBeTrue();
        Refused(MockIoctls.EventType, 4).ShouldBe(Errno.EEXIST);
        Refused(IommuVeventqType.Default, 4).ShouldBe(Errno.EOPNOTSUPP);
        Refused(MockIoctls.EventType, 0).ShouldBe(Errno.EINVAL);
        queue.Dispose();
        _mock.Iommufd.Destroy(id);
        int before = Descriptors.Count();
        for (int i = 0; i < 500; i++)
        {
            _mock.Iommufd.AllocateEventQueue(viommu, MockIoctls.EventType, 4, out id, out queue);
            queue.Dispose();
            _mock.Iommufd.Destroy(id);
        }

        Descriptors.Count().ShouldBe(before);

        Errno Refused(IommuVeventqType type, uint depth) =>
            Should.Throw<IoctlException>(() => _mock.Iommufd.AllocateEventQueue(viommu, type, depth, out _, out _)).Error;
    }

    [Fact]
    [Covers("IOMMU_HW_QUEUE_ALLOC")]
    public void A_hardware_queue_holds_its_memory_and_needs_the_one_before()
    {
        using DmaBuffer memory = new((ulong)Environment.SystemPageSize);
        ulong iova = _mock.Iommufd.MapMemory(new IommuIoasMap
        {
            Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable,
            IoasId = _mock.Ioas,
            UserVa = memory.Address,
            Length = memory.Size,
        });
        ViommuId viommu = _mock.AllocateViommu(_parent);
        IommuHwQueueAlloc queue = new() { ViommuId = viommu, Type = MockIoctls.HwQueueType, NestingParentIova = iova, Length = memory.Size };
        Refused(queue with { Index = 1 }).ShouldBe(Errno.EIO); // the mock wants the first before the second
        HwQueueId first = _mock.Iommufd.AllocateHwQueue(queue);
        HwQueueId second = _mock.Iommufd.AllocateHwQueue(queue with { Index = 1 });
        Refused(queue).ShouldBe(Errno.EEXIST);
        Refused(queue with { Index = 2 }).ShouldBe(Errno.EINVAL);
        Refused(queue with { Length = 0 }).ShouldBe(Errno.EINVAL);
        Refused(queue with { Type = IommuHwQueueType.Tegra241Cmdqv }).ShouldBe(Errno.EOPNOTSUPP);
        Refused(queue with { NestingParentIova = iova + memory.Size }).ShouldBe(Errno.ENOENT);
        Refused(queue with { NestingParentIova = ulong.MaxValue }).ShouldBe(Errno.EOVERFLOW);

        Should.Throw<IoctlException>(() => _mock.Iommufd.UnmapMemory(_mock.Ioas, iova, memory.Size)).Error.ShouldBe(Errno.EBUSY);
        _mock.Iommufd.TryDestroy(first).ShouldBe(Errno.EBUSY);
        _mock.Iommufd.Destroy(second);
        _mock.Iommufd.Destroy(first);
        _mock.Iommufd.UnmapMemory(_mock.Ioas, iova, memory.Size).ShouldBe(memory.Size);

        Errno Refused(IommuHwQueueAlloc queue) => Should.Throw<IoctlException>(() => _mock.Iommufd.AllocateHwQueue(queue)).Error;
    }

    // Events come of a device only that is attached to a page table of the vIOMMU.
    private ViommuId AttachedViommu()
    {
        ViommuId viommu = _mock.AllocateViommu(_parent);
        _mock.AllocateVdevice(viommu, VirtualId);
        _mock.Attach(_mock.AllocateNestedHwpt(viommu));
        return viommu;
    }

    private EventQueue AllocateQueue(ViommuId viommu, uint depth)
    {
        _mock.Iommufd.AllocateEventQueue(viommu, MockIoctls.EventType, depth, out _, out EventQueue queue);
        return queue;
    }

    private static List<(uint Number, bool IsLoss, uint VirtualId)> Read(EventQueue queue, byte[] room)
    {
        List<(uint, bool, uint)> events = [];
        foreach (VirtualEvent<MockEvent> one in queue.ReadEvents<MockEvent>(room))
            events.Add((one.Header.Sequence, one.IsLoss, one.Value.VirtId));
        return events;
    }
}
