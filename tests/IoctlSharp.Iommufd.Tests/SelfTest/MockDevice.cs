using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>A mock device in an iommufd of its own, attached to an address space. What a test does to it by the self-test's command is here.</summary>
internal sealed class MockDevice : IDisposable
{
    /// <summary>Where the mock's addresses begin.</summary>
    public const ulong Start = 1ul << 24;

    /// <summary>The mock's pages have 2 KiB, but one of the processor is mapped as one: what is dirty is the whole of it, and its first bit says so.</summary>
    public const ulong PageSize = 4096;

    private readonly List<VdeviceId> _vdevices = [];
    private readonly HashSet<uint> _pasids = [];
    private readonly uint _mock;

    public MockDevice(MockDeviceFlags flags = 0)
    {
        Iommufd = Iommufd.Open();
        Ioas = Iommufd.AllocateIoas();
        // Or a page table has larger pages, and one write dirties more than a page.
        Iommufd.SetHugePages(Ioas, 0);
        MockCommand command = new() { Operation = MockOperation.AddDevice, Id = Ioas.Value };
        command.Arguments.MockDomainFlags.DevFlags = flags;
        Iommufd.Test(ref command);
        _mock = command.Arguments.MockDomainFlags.OutStdevId;
        Id = command.Arguments.MockDomainFlags.OutIdevId;
    }

    public Iommufd Iommufd { get; }

    public IoasId Ioas { get; }

    public DeviceId Id { get; }

    public HwptId AllocateHwpt(IommuHwptAllocFlags flags = 0) => Iommufd.AllocateHwpt(new IommuHwptAlloc { Flags = flags, DevId = Id, PtId = Ioas });

    /// <summary>A nested page table, each word of its cache 0xbadbeef.</summary>
    public HwptId AllocateNestedHwpt(PageTableId parent, IommuHwptAllocFlags flags = 0, FaultQueueId faults = default)
    {
        MockHwpt data = new() { Iotlb = 0xbadbeef };
        return Iommufd.AllocateHwpt(
            new IommuHwptAlloc { Flags = flags, DevId = Id, PtId = parent, DataType = MockIoctls.HwptDataType, FaultId = faults },
            MemoryMarshal.AsBytes(new ReadOnlySpan<MockHwpt>(in data)));
    }

    public ViommuId AllocateViommu(HwptId parent) =>
        Iommufd.AllocateViommu(new IommuViommuAlloc { Type = MockIoctls.ViommuType, DevId = Id, HwptId = parent });

    public VdeviceId AllocateVdevice(ViommuId viommu, ulong virtualId)
    {
        VdeviceId vdevice = Iommufd.AllocateVdevice(viommu, Id, virtualId);
        _vdevices.Add(vdevice);
        return vdevice;
    }

    public void Attach(PageTableId pageTable)
    {
        MockCommand command = new() { Operation = MockOperation.ReplacePageTable, Id = _mock };
        command.Arguments.MockDomainReplace.PtId = pageTable;
        Iommufd.Test(ref command);
    }

    /// <summary>Makes the pages dirty whose bits are set, and says how many they were.</summary>
    public unsafe ulong MakeDirty(HwptId hwpt, ulong iova, ulong length, ReadOnlySpan<ulong> bitmap)
    {
        fixed (ulong* pointer = bitmap)
        {
            MockCommand command = new() { Operation = MockOperation.MakeDirty, Id = hwpt.Value };
            command.Arguments.Dirty = new() { Iova = iova, Length = length, PageSize = PageSize, Uptr = (UserPointer)pointer };
            Iommufd.Test(ref command);
            return command.Arguments.Dirty.OutNrDirty;
        }
    }

    public void TriggerFault(uint group, ulong address, IommuPgfaultPermissions permissions, uint pasid = 0)
    {
        MockCommand command = new() { Operation = MockOperation.TriggerFault };
        command.Arguments.TriggerIopf = new() { DevId = Id, Pasid = pasid, Grpid = group, Perm = permissions, Addr = address };
        Iommufd.Test(ref command);
    }

    public Errno TryTriggerEvent()
    {
        MockCommand command = new() { Operation = MockOperation.TriggerEvent };
        command.Arguments.TriggerVevent.DevId = Id;
        return Iommufd.TryTest(ref command);
    }

    public bool HasIotlb(HwptId hwpt, uint word, uint value)
    {
        MockCommand command = new() { Operation = MockOperation.CheckIotlb, Id = hwpt.Value };
        command.Arguments.CheckIotlb = new() { Id = word, Value = value };
        return Iommufd.TryTest(ref command) == Errno.None;
    }

    public bool HasCache(uint word, uint value)
    {
        MockCommand command = new() { Operation = MockOperation.CheckCache, Id = Id.Value };
        command.Arguments.CheckDevCache = new() { Id = word, Value = value };
        return Iommufd.TryTest(ref command) == Errno.None;
    }

    /// <summary>One of the three operations on a PASID.</summary>
    public Errno TryPasid(MockOperation operation, uint pasid, PageTableId pageTable = default)
    {
        MockCommand command = new() { Operation = operation, Id = _mock };
        command.Arguments.Pasid = new() { Pasid = pasid, PtId = pageTable };
        Errno error = Iommufd.TryTest(ref command);
        if (error == Errno.None && operation == MockOperation.PasidAttach)
            _pasids.Add(pasid);
        return error;
    }

    /// <summary>Whether the PASID is attached to that page table; to none, for the default.</summary>
    public bool IsPasidAttached(uint pasid, HwptId hwpt = default) => TryPasid(MockOperation.PasidCheck, pasid, hwpt) == Errno.None;

    // A real device's file would be closed first; the mock goes with the iommufd, and the kernel complains of what it still has.
    public void Dispose()
    {
        foreach (uint pasid in _pasids)
            TryPasid(MockOperation.PasidDetach, pasid);
        foreach (VdeviceId vdevice in _vdevices)
            _ = Iommufd.TryDestroy(vdevice);
        Iommufd.Dispose();
    }
}
