using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Microsoft.Win32.SafeHandles;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A device attached to an address space really reads and writes its memory, and nothing else.</summary>
public sealed class AttachmentTests : IDisposable
{
    private const ulong Iova = 0x1000000;
    private const int Destination = 8192;
    private const IommuIoasMapFlags FixedReadWrite = IommuIoasMapFlags.FixedIova | IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable;

    private readonly OpenCdev _open = new(GuestDevices.PortEdu);
    private readonly DmaBuffer _memory = new(1 << 16);
    private readonly EduDevice _edu;

    public AttachmentTests() => _edu = new EduDevice(_open.Device);

    public void Dispose()
    {
        _edu.Dispose();
        _open.Dispose();
        _memory.Dispose();
    }

    [Fact]
    public void Bytes_go_to_the_device_and_come_back_and_an_interrupt_ends_each_way()
    {
        using EventFd interrupt = new();
        _open.Device.SetIrqs((uint)VfioPciIrq.Msi, VfioIrqSetFlags.ActionTrigger, 0, [interrupt]).ShouldBe(0);
        MapFor(_open.Attach(), _memory.Address);
        Span<byte> source = _memory.GetSpan(0, EduDevice.DmaLength);
        Span<byte> destination = _memory.GetSpan(Destination, EduDevice.DmaLength);
        new Random(11).NextBytes(source);
        destination.Clear();

        _edu.InterruptsAfterDma = true;
        _edu.ReadFromMemory(Iova);
        interrupt.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        _edu.AcknowledgeInterrupt();
        _edu.WriteToMemory(Iova + Destination);
        interrupt.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        _edu.AcknowledgeInterrupt();
        destination.SequenceEqual(source).ShouldBeTrue();
    }

    [Fact]
    public void What_was_unmapped_is_out_of_reach_and_the_IOMMU_reports_the_address()
    {
        const ulong iova = 0x3450000;
        IoasId ioas = _open.Attach();
        MapFor(ioas, _memory.Address, iova);
        RoundTrip(iova);
        _open.Iommufd.UnmapMemory(ioas, iova, _memory.Size).ShouldBe(_memory.Size);
        // The kernel reports only so many faults in five seconds, and other tests make some too.
        (IsReported() || IsReported()).ShouldBeTrue();

        bool IsReported()
        {
            WritesNothing(iova);
            return KernelLog.SoonHas("DMAR", "DMA Write", "0000:01:00.0]", "fault addr 0x3450000");
        }
    }

    [Fact]
    public void A_buffer_is_mapped_for_as_long_as_its_mapping_lives()
    {
        IoasId ioas = _open.Attach();
        using (DmaMapping mapping = _open.Iommufd.Map(ioas, _memory, Iova))
        {
            mapping.Size.ShouldBe(_memory.Size);
            RoundTrip(Iova);
            Should.Throw<IoctlException>(() => _open.Iommufd.Map(ioas, _memory, Iova)).Error.ShouldBe(Errno.EEXIST);
        }

        WritesNothing(Iova);

        // The bound device keeps the address space when the iommufd's handle is closed.
        DmaMapping last = _open.Iommufd.Map(ioas, _memory, Iova);
        _open.Iommufd.Dispose();
        RoundTrip(Iova);
        last.Dispose();
        WritesNothing(Iova);
    }

    [Fact]
    [Covers("VFIO_DEVICE_ATTACH_IOMMUFD_PT"), Covers("VFIO_DEVICE_DETACH_IOMMUFD_PT")]
    public void A_detached_device_reaches_nothing_until_it_is_attached_again()
    {
        IoasId ioas = _open.Attach();
        MapFor(ioas, _memory.Address);
        RoundTrip(Iova);
        _open.Device.Detach();
        WritesNothing(Iova);
        _open.Device.Attach(ioas);
        RoundTrip(Iova);

        // Detaching what is detached is no error.
        _open.Device.Detach();
        _open.Device.Detach();
    }

    [Fact]
    public void Attaching_names_the_page_table_and_attaching_again_replaces_it()
    {
        IoasId first = _open.Iommufd.AllocateIoas();
        IoasId second = _open.Iommufd.AllocateIoas();
        using DmaBuffer other = new(1 << 16);
        MapFor(first, _memory.Address);
        MapFor(second, other.Address);
        PageTableId automatic = _open.Device.Attach(first);
        automatic.ShouldNotBe((PageTableId)first);
        RoundTrip(Iova);

        // The same addresses are other memory now.
        _memory.Span.Fill(0x11);
        other.Span.Fill(0x22);
        _open.Device.Attach(second).ShouldNotBe(automatic);
        _edu.ReadFromMemory(Iova);
        _edu.WriteToMemory(Iova + Destination);
        other.GetSpan(Destination, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x22).ShouldBe(-1);
        _memory.GetSpan(Destination, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x11).ShouldBe(-1);

        // The page table that the kernel had made for the first is gone with the device.
        _open.Iommufd.TryDestroy(new ObjectId(automatic.Value)).ShouldBe(Errno.ENOENT);
        _open.Iommufd.Destroy(first);
    }

    [Fact]
    public void An_object_is_destroyed_after_what_uses_it()
    {
        IoasId ioas = _open.Attach();
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Iommufd.Destroy(ioas));
        failure.Error.ShouldBe(Errno.EBUSY);
        failure.Message.ShouldContain("something uses the object: a device is attached to it");
        _open.Iommufd.TryDestroy(new ObjectId(_open.Id.Value)).ShouldBe(Errno.EBUSY);
        _open.Device.Detach();
        _open.Iommufd.Destroy(ioas);
        _open.Iommufd.TryDestroy(ioas).ShouldBe(Errno.ENOENT);
    }

    [Fact]
    public void Two_devices_share_an_address_space()
    {
        IoasId ioas = _open.Attach();
        MapFor(ioas, _memory.Address);
        using OpenCdev other = new(GuestDevices.RootEdu, _open.Iommufd);
        other.Device.Attach(ioas);
        using EduDevice otherEdu = new(other.Device);
        _memory.GetSpan(0, EduDevice.DmaLength).Fill(0x33);
        _edu.ReadFromMemory(Iova);
        _edu.WriteToMemory(Iova + 4096);
        otherEdu.ReadFromMemory(Iova + 4096);
        otherEdu.WriteToMemory(Iova + Destination);
        _memory.GetSpan(Destination, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x33).ShouldBe(-1);
    }

    [Fact]
    public void A_device_reads_and_writes_a_file_in_memory()
    {
        byte[] content = new byte[1 << 16];
        new Random(12).NextBytes(content);
        using SafeFileHandle file = MemoryFile.Create(content);
        IommuIoasMapFile map = new() { IoasId = _open.Attach(), Flags = FixedReadWrite, Start = 4096, Length = 16384, Iova = Iova };
        _open.Iommufd.MapFile(map, file).ShouldBe(Iova);
        _edu.ReadFromMemory(Iova);
        _edu.WriteToMemory(Iova + Destination);
        byte[] written = new byte[EduDevice.DmaLength];
        System.IO.RandomAccess.Read(file, written, 4096 + Destination).ShouldBe(written.Length);
        written.ShouldBe(content[4096..(4096 + EduDevice.DmaLength)]);

        Should.Throw<IoctlException>(() => _open.Iommufd.MapFile(map, file)).Error.ShouldBe(Errno.EEXIST);
        map.Iova = 0x2000000;
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Iommufd.MapFile(map with { Start = 1 << 16 }, file));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("the part lies outside of it");
        using SafeFileHandle device = System.IO.File.OpenHandle("/dev/zero");
        Should.Throw<IoctlException>(() => _open.Iommufd.MapFile(map, device)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void Nothing_but_an_address_space_or_a_page_table_can_be_attached()
    {
        Should.Throw<IoctlException>(() => _open.Device.Attach(new IoasId(4711))).Error.ShouldBe(Errno.ENOENT);
        Should.Throw<IoctlException>(() => _open.Device.Attach(new PageTableId(_open.Id.Value))).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void A_PASID_needs_page_tables_that_were_made_for_it()
    {
        IoasId ioas = _open.Iommufd.AllocateIoas();
        HwptId forPasids = _open.Iommufd.AllocateHwpt(new() { DevId = _open.Id, PtId = ioas, Flags = IommuHwptAllocFlags.Pasid });
        _open.Device.Attach(ioas);
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Device.AttachPasid(ioas, 1));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("an address space alone never is");
        Should.Throw<IoctlException>(() => _open.Device.AttachPasid(forPasids, 1)).Message.ShouldContain("or that of the device itself");
        Should.Throw<IoctlException>(() => _open.Device.AttachPasid(new HwptId(4711), 1)).Error.ShouldBe(Errno.ENOENT);

        // QEMU's device has no PASIDs, and the kernel keeps count of them all the same.
        _open.Device.Attach(forPasids);
        _open.Device.AttachPasid(forPasids, 1).ShouldBe((PageTableId)forPasids);
        _open.Iommufd.TryDestroy(forPasids).ShouldBe(Errno.EBUSY);
        _open.Device.DetachPasid(1);
        _open.Device.Detach();
        _open.Iommufd.Destroy(forPasids);
    }

    private void MapFor(IoasId ioas, UserPointer memory, ulong iova = Iova)
        => _open.Iommufd.MapMemory(new() { IoasId = ioas, Flags = FixedReadWrite, UserVa = memory, Length = _memory.Size, Iova = iova });

    private void RoundTrip(ulong iova)
    {
        Span<byte> source = _memory.GetSpan(0, EduDevice.DmaLength);
        Span<byte> destination = _memory.GetSpan(Destination, EduDevice.DmaLength);
        new Random(13).NextBytes(source);
        destination.Clear();
        _edu.ReadFromMemory(iova);
        _edu.WriteToMemory(iova + Destination);
        destination.SequenceEqual(source).ShouldBeTrue();
    }

    private void WritesNothing(ulong iova)
    {
        Span<byte> bytes = _memory.GetSpan(0, EduDevice.DmaLength);
        bytes.Fill(0x5a);
        _edu.WriteToMemory(iova);
        bytes.IndexOfAnyExcept((byte)0x5a).ShouldBe(-1);
    }
}
