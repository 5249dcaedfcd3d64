using System;
using System.IO;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>Page faults that the mock device has, read and answered with the shipped streams.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(20);

    private readonly MockDevice _mock = new(MockDeviceFlags.Pasid);
    private readonly FaultQueueId _id;
    private readonly FaultQueue _queue;

    public FaultTests() => _mock.Iommufd.AllocateFaultQueue(out _id, out _queue);

    public void Dispose()
    {
        _queue.Dispose();
        _mock.Dispose();
    }

    [Fact]
    [Covers("IOMMU_FAULT_QUEUE_ALLOC"), Covers("IOMMU_HWPT_ALLOC")]
    public void A_fault_is_read_and_answered()
    {
        AttachWithFaults();
        _queue.WaitToRead(TimeSpan.Zero).ShouldBeFalse();
        _mock.TriggerFault(group: 7, 0x1234000, IommuPgfaultPermissions.Read | IommuPgfaultPermissions.Write);
        _queue.WaitToRead(s_long).ShouldBeTrue();

        Span<IommuHwptPgfault> room = stackalloc IommuHwptPgfault[4];
        ReadOnlySpan<IommuHwptPgfault> faults = _queue.ReadFaults(room);
        faults.Length.ShouldBe(1);
        IommuHwptPgfault fault = faults[0];
        fault.Flags.ShouldBe(IommuPgfaultFlags.LastPage);
        fault.DevId.ShouldBe(_mock.Id);
        fault.Pasid.ShouldBe(0u);
        fault.GroupId.ShouldBe(7u);
        fault.Permissions.ShouldBe(IommuPgfaultPermissions.Read | IommuPgfaultPermissions.Write);
        fault.Address.ShouldBe(0x1234000ul);
        fault.Length.ShouldBe(0u);

        _queue.WaitToRead(TimeSpan.Zero).ShouldBeFalse();
        _queue.ReadFaults(room).Length.ShouldBe(0);
        _queue.Respond(new IommuHwptPageResponse { Cookie = fault.Cookie, Code = IommufdPageResponseCode.Success }).ShouldBe(1);
    }

    [Fact]
    public void Faults_wait_in_their_order_and_a_read_takes_what_it_has_room_for()
    {
        AttachWithFaults();
        for (uint group = 1; group <= 3; group++)
            _mock.TriggerFault(group, group << 12, IommuPgfaultPermissions.Exec);
        Span<IommuHwptPgfault> room = stackalloc IommuHwptPgfault[3];
        ReadOnlySpan<IommuHwptPgfault> first = _queue.ReadFaults(room[..2]);
        ReadOnlySpan<IommuHwptPgfault> last = _queue.ReadFaults(room[2..]);
        (first.Length, last.Length).ShouldBe((2, 1));
        for (int i = 0; i < 3; i++)
            (room[i].GroupId, room[i].Address).ShouldBe(((uint)i + 1, (ulong)(i + 1) << 12));

        _queue.Respond(
            new IommuHwptPageResponse { Cookie = room[2].Cookie, Code = IommufdPageResponseCode.Invalid },
            new IommuHwptPageResponse { Cookie = room[0].Cookie, Code = IommufdPageResponseCode.Success },
            new IommuHwptPageResponse { Cookie = room[1].Cookie, Code = IommufdPageResponseCode.Success }).ShouldBe(3);
    }

    [Fact]
    public void An_answer_is_taken_once_and_those_before_a_bad_one_are_taken()
    {
        AttachWithFaults();
        _mock.TriggerFault(1, 0x1000, IommuPgfaultPermissions.Read);
        Span<IommuHwptPgfault> room = stackalloc IommuHwptPgfault[1];
        uint cookie = _queue.ReadFaults(room)[0].Cookie;
        IommuHwptPageResponse right = new() { Cookie = cookie }, wrong = new() { Cookie = cookie + 1000 };
        _queue.Respond(right, wrong).ShouldBe(1);
        Should.Throw<IOException>(() => _queue.Respond(right)).HResult.ShouldBe((int)Errno.EINVAL);

        _mock.TriggerFault(2, 0x1000, IommuPgfaultPermissions.Read);
        IommuHwptPageResponse unknown = new() { Cookie = _queue.ReadFaults(room)[0].Cookie, Code = (IommufdPageResponseCode)2 };
        Should.Throw<IOException>(() => _queue.Respond(unknown)).HResult.ShouldBe((int)Errno.EINVAL);
        _queue.Respond(unknown with { Code = IommufdPageResponseCode.Invalid }).ShouldBe(1);
    }

    [Fact]
    public void The_stream_is_of_whole_records()
    {
        AttachWithFaults();
        _mock.TriggerFault(1, 0x1000, IommuPgfaultPermissions.Read);
        Should.Throw<IOException>(() => _queue.ReadNext(new byte[79])).HResult.ShouldBe((int)Errno.ESPIPE);
        Should.Throw<IOException>(() => _queue.ReadNext([])).HResult.ShouldBe((int)Errno.EINVAL);
        Should.Throw<IOException>(() => _queue.WriteNext(new byte[9])).HResult.ShouldBe((int)Errno.ESPIPE);
        _queue.ReadFaults(new IommuHwptPgfault[2]).Length.ShouldBe(1);
    }

    [Fact]
    public void A_fault_of_a_PASID_says_so()
    {
        const uint pasid = 100;
        HwptId nested = AttachWithFaults();
        HwptId parent = _mock.AllocateHwpt(IommuHwptAllocFlags.NestParent);
        HwptId ofPasid = _mock.AllocateNestedHwpt(parent, IommuHwptAllocFlags.FaultIdValid | IommuHwptAllocFlags.Pasid, _id);
        _mock.Attach(_mock.AllocateNestedHwpt(parent, IommuHwptAllocFlags.FaultIdValid | IommuHwptAllocFlags.Pasid, _id));
        _mock.Iommufd.Destroy(nested);
        _mock.TryPasid(MockOperation.PasidAttach, pasid, ofPasid).ShouldBe(Errno.None);
        _mock.TriggerFault(9, 0x5000, IommuPgfaultPermissions.Write | IommuPgfaultPermissions.Priv, pasid);
        IommuHwptPgfault fault = _queue.ReadFaults(new IommuHwptPgfault[1])[0];
        fault.Flags.ShouldBe(IommuPgfaultFlags.LastPage | IommuPgfaultFlags.PasidValid);
        fault.Pasid.ShouldBe(pasid);
        fault.Permissions.ShouldBe(IommuPgfaultPermissions.Write | IommuPgfaultPermissions.Priv);
        _queue.Respond(new IommuHwptPageResponse { Cookie = fault.Cookie }).ShouldBe(1);
    }

    [Fact]
    [Covers("IOMMU_DESTROY")]
    public void A_queue_that_a_page_table_uses_stays_and_no_file_leaks()
    {
        HwptId hwpt = AttachWithFaults();
        _mock.Iommufd.TryDestroy(_id).ShouldBe(Errno.EBUSY);
        _mock.Attach(_mock.Ioas);
        _mock.Iommufd.Destroy(hwpt);
        _mock.Iommufd.TryDestroy(_id).ShouldBe(Errno.EBUSY); // its file is open
        Descriptors.IsClosedOnExec(_queue).ShouldBeTrue();
        _queue.Dispose();
        _mock.Iommufd.Destroy(_id);
        _mock.Iommufd.TryDestroy(_id).ShouldBe(Errno.ENOENT);

        int before = Descriptors.Count();
        for (int i = 0; i < 500; i++)
        {
            _mock.Iommufd.AllocateFaultQueue(out FaultQueueId id, out FaultQueue queue);
            queue.Dispose();
            _mock.Iommufd.Destroy(id);
        }

        Descriptors.Count().ShouldBe(before);
    }

    private HwptId AttachWithFaults()
    {
        HwptId parent = _mock.AllocateHwpt(IommuHwptAllocFlags.NestParent);
        HwptId nested = _mock.AllocateNestedHwpt(parent, IommuHwptAllocFlags.FaultIdValid, _id);
        _mock.Attach(nested);
        return nested;
    }
}
