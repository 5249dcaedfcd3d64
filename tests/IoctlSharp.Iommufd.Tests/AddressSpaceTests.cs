using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>I/O address spaces: which addresses there are, and what is mapped at them.</summary>
public sealed class AddressSpaceTests : IDisposable
{
    private const ulong Page = 4096;
    private const ulong MessageInterrupts = 0xfee00000;
    private const IommuIoasMapFlags ReadWrite = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable;
    private const IommuIoasMapFlags FixedReadWrite = ReadWrite | IommuIoasMapFlags.FixedIova;

    private readonly Iommufd _iommufd = Iommufd.Open();
    private readonly DmaBuffer _memory = new(1 << 16);

    public void Dispose()
    {
        _iommufd.Dispose();
        _memory.Dispose();
    }

    [Fact]
    [Covers("IOMMU_IOAS_ALLOC"), Covers("IOMMU_IOAS_IOVA_RANGES")]
    public void All_addresses_can_be_mapped_until_a_device_is_attached()
    {
        IoasId ioas = _iommufd.AllocateIoas();
        KernelBuffer<IommuIoasIovaRanges> before = _iommufd.GetIovaRanges(ioas);
        before.Value.NumIovas.ShouldBe(1u);
        before.Value.OutIovaAlignment.ShouldBe(1ul);
        IommuIovaRange everything = before.Tail<IommuIovaRange>(1)[0];
        everything.Start.ShouldBe(0ul);
        everything.Last.ShouldBe(ulong.MaxValue);

        // The answer grew: the addresses of message interrupts, and what the IOMMU's page tables do not reach, are taken out.
        using OpenCdev open = new(GuestDevices.RootEdu, _iommufd);
        open.Device.Attach(ioas);
        KernelBuffer<IommuIoasIovaRanges> after = _iommufd.GetIovaRanges(ioas);
        after.Value.OutIovaAlignment.ShouldBe(Page);
        ReadOnlySpan<IommuIovaRange> ranges = after.Tail<IommuIovaRange>((int)after.Value.NumIovas);
        ranges.Length.ShouldBe(2);
        ranges[0].Start.ShouldBe(0ul);
        ranges[0].Last.ShouldBe(MessageInterrupts - 1);
        ranges[1].Start.ShouldBe(0xfef00000ul);
        ranges[1].Last.ShouldBeLessThan(ulong.MaxValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Ranges_without_room_are_counted_all_the_same(int room)
    {
        using OpenCdev open = new(GuestDevices.RootEdu, _iommufd);
        IommuIovaRange[] into = new IommuIovaRange[4];
        RawIovaRanges ranges = new() { Size = 32, IoasId = open.Attach(), NumIovas = (uint)room };
        _iommufd.TryGetIovaRanges(ref ranges, into).ShouldBe(Errno.EMSGSIZE);
        ranges.NumIovas.ShouldBe(2u);
        (into[0].Last != 0).ShouldBe(room > 0);
        into[1].Last.ShouldBe(0ul);

        ranges.NumIovas = 4;
        _iommufd.TryGetIovaRanges(ref ranges, into).ShouldBe(Errno.None);
        ranges.NumIovas.ShouldBe(2u);
        into[1].Last.ShouldNotBe(0ul);
        into[2].Last.ShouldBe(0ul);
    }

    [Fact]
    [Covers("IOMMU_IOAS_MAP")]
    public void Memory_is_mapped_at_a_given_address_once()
    {
        IoasId ioas = _iommufd.AllocateIoas();
        IommuIoasMap map = Map(ioas, 0x100000);
        _iommufd.MapMemory(map).ShouldBe(0x100000ul);
        IoctlException failure = Should.Throw<IoctlException>(() => _iommufd.MapMemory(map));
        failure.Error.ShouldBe(Errno.EEXIST);
        failure.Message.ShouldContain("IOMMU_IOAS_MAP (0x3b85) failed with EEXIST (17");
        failure.Message.ShouldContain("overlaps one that is mapped already");
    }

    [Fact]
    public void Without_a_given_address_the_kernel_chooses_one_that_is_allowed()
    {
        IoasId ioas = _iommufd.AllocateIoas();
        _iommufd.AllowIovas(ioas, [new IommuIovaRange { Start = 0x5000000, Last = 0x501ffff }]);
        IommuIoasMap map = Map(ioas, 0) with { Flags = ReadWrite };
        ulong first = _iommufd.MapMemory(map);
        ulong second = _iommufd.MapMemory(map);
        first.ShouldNotBe(second);
        first.ShouldBeInRange(0x5000000ul, 0x5010000ul);
        second.ShouldBeInRange(0x5000000ul, 0x5010000ul);
        IoctlException failure = Should.Throw<IoctlException>(() => _iommufd.MapMemory(map));
        failure.Error.ShouldBe(Errno.ENOSPC);
        failure.Message.ShouldContain("no I/O addresses are left");

        // The form that never throws leaves the choice in the struct.
        _iommufd.UnmapMemory(ioas, first, _memory.Size).ShouldBe(_memory.Size);
        _iommufd.TryMapMemory(ref map).ShouldBe(Errno.None);
        map.Iova.ShouldBe(first);
    }

    [Fact]
    [Covers("IOMMU_IOAS_ALLOW_IOVAS")]
    public void What_is_allowed_must_be_free_and_stays_so()
    {
        using OpenCdev open = new(GuestDevices.RootEdu, _iommufd);
        IoasId ioas = _iommufd.AllocateIoas();
        _iommufd.AllowIovas(ioas, [new IommuIovaRange { Start = 0xfe000000, Last = 0xfeffffff }]);
        Should.Throw<IoctlException>(() => open.Device.Attach(ioas)).Error.ShouldBe(Errno.EADDRINUSE);
        _iommufd.AllowIovas(ioas, []);
        open.Device.Attach(ioas);
        IoctlException failure = Should.Throw<IoctlException>(() => _iommufd.AllowIovas(ioas, [new IommuIovaRange { Start = 0xfe000000, Last = 0xfeffffff }]));
        failure.Error.ShouldBe(Errno.EADDRINUSE);
        failure.Message.ShouldContain("not all mappable now");

        IommuIovaRange range = new() { Start = 0x1000, Last = 0x1fff };
        Should.Throw<IoctlException>(() => _iommufd.AllowIovas(ioas, [range, range])).Message.ShouldContain("ranges overlap");
        Should.Throw<IoctlException>(() => _iommufd.AllowIovas(ioas, [range with { Last = 0x1000 }])).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void What_is_mapped_where_a_device_cannot_have_memory_keeps_it_out()
    {
        using OpenCdev open = new(GuestDevices.RootEdu, _iommufd);
        IoasId ioas = _iommufd.AllocateIoas();
        _iommufd.MapMemory(Map(ioas, MessageInterrupts));
        IoctlException failure = Should.Throw<IoctlException>(() => open.Device.Attach(ioas));
        failure.Error.ShouldBe(Errno.EADDRINUSE);
        failure.Message.ShouldContain("memory is mapped");
        _iommufd.UnmapMemory(ioas, MessageInterrupts, _memory.Size).ShouldBe(_memory.Size);
        open.Device.Attach(ioas);
        Should.Throw<IoctlException>(() => _iommufd.MapMemory(Map(ioas, MessageInterrupts))).Message.ShouldContain("reserved (see GetIovaRanges)");
    }

    [Theory]
    [InlineData(0x100800ul, 4096ul, FixedReadWrite, Errno.EINVAL)]
    [InlineData(0x100000ul, 100ul, FixedReadWrite, Errno.EINVAL)]
    [InlineData(0x100000ul, 0ul, FixedReadWrite, Errno.EINVAL)]
    [InlineData(0x100000ul, 4096ul, IommuIoasMapFlags.FixedIova, Errno.EINVAL)]
    [InlineData(ulong.MaxValue - 4095, 8192ul, FixedReadWrite, Errno.EOVERFLOW)]
    [InlineData(ulong.MaxValue, 4096ul, FixedReadWrite, Errno.EOVERFLOW)]
    public void What_cannot_be_mapped_is_refused(ulong iova, ulong length, IommuIoasMapFlags flags, Errno expected)
    {
        using OpenCdev open = new(GuestDevices.RootEdu, _iommufd);
        IommuIoasMap map = new() { IoasId = open.Attach(), Flags = flags, UserVa = _memory.Address, Length = length, Iova = iova };
        _iommufd.TryMapMemory(ref map).ShouldBe(expected);
    }

    [Fact]
    public void Memory_that_is_not_there_is_noticed_once_a_device_is_attached()
    {
        using OpenCdev open = new(GuestDevices.RootEdu, _iommufd);
        IommuIoasMap map = new() { IoasId = _iommufd.AllocateIoas(), Flags = FixedReadWrite, UserVa = (UserPointer)(nint)0x1000, Length = Page, Iova = Page };
        _iommufd.MapMemory(map);
        Should.Throw<IoctlException>(() => open.Device.Attach(map.IoasId)).Error.ShouldBe(Errno.EFAULT);
        map.IoasId = open.Attach();
        IoctlException failure = Should.Throw<IoctlException>(() => _iommufd.MapMemory(map));
        failure.Error.ShouldBe(Errno.EFAULT);
        failure.Message.ShouldContain("the memory is not there");
    }

    [Fact]
    [Covers("IOMMU_IOAS_COPY"), Covers("IOMMU_IOAS_UNMAP")]
    public void A_mapping_or_a_part_of_it_is_copied_to_another_address_space()
    {
        IoasId source = _iommufd.AllocateIoas();
        IoasId destination = _iommufd.AllocateIoas();
        _iommufd.MapMemory(Map(source, 0x100000));
        IommuIoasCopy copy = new() { Flags = FixedReadWrite, SrcIoasId = source, SrcIova = 0x100000, DstIoasId = destination, DstIova = 0x200000, Length = _memory.Size };
        _iommufd.CopyMapping(copy).ShouldBe(0x200000ul);
        Should.Throw<IoctlException>(() => _iommufd.CopyMapping(copy)).Error.ShouldBe(Errno.EEXIST);
        _iommufd.CopyMapping(copy with { Flags = ReadWrite, SrcIova = 0x101000, Length = Page }).ShouldNotBe(0ul);
        IoctlException failure = Should.Throw<IoctlException>(() => _iommufd.CopyMapping(copy with { SrcIova = 0x108000 }));
        failure.Error.ShouldBe(Errno.ENOENT);
        failure.Message.ShouldContain("not all of the range is mapped in the source");

        // The copy stays when the original goes.
        _iommufd.UnmapMemory(source, 0x100000, _memory.Size).ShouldBe(_memory.Size);
        _iommufd.UnmapMemory(destination, 0x200000, _memory.Size).ShouldBe(_memory.Size);
    }

    [Fact]
    public void A_copy_cannot_be_written_where_the_original_was_not()
    {
        IoasId source = _iommufd.AllocateIoas();
        IoasId destination = _iommufd.AllocateIoas();
        _iommufd.MapMemory(Map(source, 0x100000) with { Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.FixedIova });
        IommuIoasCopy copy = new() { Flags = FixedReadWrite, SrcIoasId = source, SrcIova = 0x100000, DstIoasId = destination, DstIova = 0x200000, Length = Page };
        IoctlException failure = Should.Throw<IoctlException>(() => _iommufd.CopyMapping(copy));
        failure.Error.ShouldBe(Errno.EPERM);
        failure.Message.ShouldContain("without Writeable");
        _iommufd.CopyMapping(copy with { Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.FixedIova });
    }

    [Fact]
    public void An_address_space_that_is_not_there_says_so()
    {
        IoasId none = new(4711);
        Should.Throw<IoctlException>(() => _iommufd.MapMemory(Map(none, 0))).Message.ShouldContain("the iommufd has no address space of that id");
        Should.Throw<IoctlException>(() => _iommufd.UnmapMemory(none, 0, Page)).Error.ShouldBe(Errno.ENOENT);
        Should.Throw<IoctlException>(() => _iommufd.GetIovaRanges(none)).Message.ShouldContain("the iommufd has no address space of that id");
        Should.Throw<IoctlException>(() => _iommufd.AllowIovas(none, [])).Error.ShouldBe(Errno.ENOENT);
        Should.Throw<IoctlException>(() => _iommufd.SetVfioIoas(none)).Error.ShouldBe(Errno.ENOENT);
        _iommufd.TryDestroy(none).ShouldBe(Errno.ENOENT);
    }

    private IommuIoasMap Map(IoasId ioas, ulong iova) => new() { IoasId = ioas, Flags = FixedReadWrite, UserVa = _memory.Address, Length = _memory.Size, Iova = iova };
}
