using System;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>Hardware page tables of one's own, on an IOMMU that has neither dirty tracking nor nesting: QEMU's VT-d.</summary>
public sealed class PageTableTests : IDisposable
{
    private readonly OpenCdev _open = new(GuestDevices.RootEdu);

    public void Dispose() => _open.Dispose();

    [Fact]
    public void A_page_table_has_the_mappings_of_its_address_space()
    {
        using DmaBuffer memory = new(1 << 16);
        IoasId ioas = _open.Iommufd.AllocateIoas();
        ulong iova = _open.Iommufd.MapMemory(new() { IoasId = ioas, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable, UserVa = memory.Address, Length = memory.Size });
        HwptId hwpt = _open.Iommufd.AllocateHwpt(new() { DevId = _open.Id, PtId = ioas });
        _open.Device.Attach(hwpt).ShouldBe((PageTableId)hwpt);

        using EduDevice edu = new(_open.Device);
        memory.GetSpan(0, EduDevice.DmaLength).Fill(0x44);
        edu.ReadFromMemory(iova);
        edu.WriteToMemory(iova + 8192);
        memory.GetSpan(8192, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x44).ShouldBe(-1);

        // From the page table to the address space itself, which has another one made, and back.
        PageTableId automatic = _open.Device.Attach(ioas);
        automatic.ShouldNotBe((PageTableId)hwpt);
        _open.Device.Attach(hwpt);
        _open.Iommufd.TryDestroy(hwpt).ShouldBe(Errno.EBUSY);
        _open.Iommufd.TryDestroy(ioas).ShouldBe(Errno.EBUSY);
        _open.Device.Detach();
        _open.Iommufd.TryDestroy(ioas).ShouldBe(Errno.EBUSY);
        _open.Iommufd.Destroy(hwpt);
        _open.Iommufd.Destroy(ioas);
    }

    [Fact]
    public void Dirty_tracking_that_the_IOMMU_lacks_is_refused()
    {
        IoasId ioas = _open.Iommufd.AllocateIoas();
        IommuHwptAlloc hwpt = new() { DevId = _open.Id, PtId = ioas, Flags = IommuHwptAllocFlags.DirtyTracking };
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(hwpt));
        failure.Error.ShouldBe(Errno.EOPNOTSUPP);
        failure.Message.ShouldContain("IOMMU_HWPT_ALLOC (0x3b89) failed with EOPNOTSUPP");
        failure.Message.ShouldContain("the IOMMU of the device cannot do what the flags ask for");

        HwptId plain = _open.Iommufd.AllocateHwpt(hwpt with { Flags = 0 });
        Should.Throw<IoctlException>(() => _open.Iommufd.SetDirtyTracking(plain, IommuHwptDirtyTrackingFlags.Enable)).Message.ShouldContain("was not made with DirtyTracking");
        Should.Throw<IoctlException>(() => _open.Iommufd.GetDirtyBitmap(plain, 0, 4096, 4096, new ulong[1])).Error.ShouldBe(Errno.EOPNOTSUPP);
        Should.Throw<IoctlException>(() => _open.Iommufd.SetDirtyTracking(new HwptId(4711), 0)).Error.ShouldBe(Errno.ENOENT);
    }

    [Theory]
    [InlineData(IommuHwptAllocFlags.NestParent)]
    [InlineData((IommuHwptAllocFlags)(1u << 31))]
    public void What_else_the_IOMMU_lacks_is_refused(IommuHwptAllocFlags flags)
    {
        IommuHwptAlloc hwpt = new() { DevId = _open.Id, PtId = _open.Iommufd.AllocateIoas(), Flags = flags };
        Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(hwpt)).Error.ShouldBe(Errno.EOPNOTSUPP);
    }

    [Fact]
    public void A_nested_page_table_needs_a_parent_and_data()
    {
        IoasId ioas = _open.Iommufd.AllocateIoas();
        HwptId parent = _open.Iommufd.AllocateHwpt(new() { DevId = _open.Id, PtId = ioas });
        IommuHwptAlloc nested = new() { DevId = _open.Id, PtId = parent, DataType = IommuHwptDataType.VtdS1 };
        Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(nested)).Error.ShouldBe(Errno.EINVAL);
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(nested, new byte[24]));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("was not made with NestParent");
        Should.Throw<IoctlException>(() => _open.Iommufd.Invalidate(parent, new IommuHwptVtdS1Invalidate[1])).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void What_a_page_table_is_made_of_must_be_there()
    {
        IoasId ioas = _open.Iommufd.AllocateIoas();
        Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(new() { DevId = new DeviceId(4711), PtId = ioas })).Error.ShouldBe(Errno.ENOENT);
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(new() { DevId = _open.Id, PtId = new IoasId(4711) }));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("the parent is not there");
        IommuHwptAlloc faulting = new() { DevId = _open.Id, PtId = ioas, Flags = IommuHwptAllocFlags.FaultIdValid, FaultId = new FaultQueueId(4711) };
        Should.Throw<IoctlException>(() => _open.Iommufd.AllocateHwpt(faulting)).Error.ShouldBe(Errno.ENOENT);
    }

    [Fact]
    public void The_IOMMU_has_no_vIOMMUs()
    {
        HwptId hwpt = _open.Iommufd.AllocateHwpt(new() { DevId = _open.Id, PtId = _open.Iommufd.AllocateIoas() });
        IoctlException failure = Should.Throw<IoctlException>(
            () => _open.Iommufd.AllocateViommu(new IommuViommuAlloc { DevId = _open.Id, HwptId = hwpt, Type = IommuViommuType.ArmSmmuv3 }));
        failure.Error.ShouldBe(Errno.EOPNOTSUPP);
        failure.Message.ShouldContain("has no vIOMMUs of that type");
    }
}
