using System;
using System.Globalization;
using System.IO;
using System.Linq;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class MappingTests : IDisposable
{
    private const ulong Iova = 0x100000;
    private const VfioDmaMapFlags ReadWrite = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write;

    private readonly OpenDevice _open = new(GuestDevices.RootEdu);
    private readonly DmaBuffer _memory = new(1 << 20);

    public void Dispose()
    {
        _open.Dispose();
        _memory.Dispose();
    }

    [Fact]
    [Covers("VFIO_IOMMU_MAP_DMA"), Covers("VFIO_IOMMU_UNMAP_DMA")]
    public void Unmapping_tells_the_size()
    {
        _open.Container.MapDma(Map());
        _open.Container.UnmapDma(new() { Iova = Iova, Size = _memory.Size }).ShouldBe(_memory.Size);
    }

    [Fact]
    public void Unmapping_nothing_succeeds_with_size_0_and_the_form_that_never_throws_says_so_in_the_struct()
    {
        _open.Container.UnmapDma(new() { Iova = Iova, Size = _memory.Size }).ShouldBe(0ul);
        VfioIommuType1DmaUnmap unmap = new() { Iova = Iova, Size = _memory.Size };
        _open.Container.TryUnmapDma(ref unmap).ShouldBe(Errno.None);
        unmap.Size.ShouldBe(0ul);
    }

    [Fact]
    public void Unmapping_all_takes_no_range_and_tells_the_sum()
    {
        _open.Container.MapDma(Map());
        using DmaBuffer more = new(8192);
        _open.Container.MapDma(new() { Flags = ReadWrite, Vaddr = more.Address, Iova = 0x10000000, Size = more.Size });
        _open.Container.UnmapDma(new() { Flags = VfioDmaUnmapFlags.All }).ShouldBe(_memory.Size + more.Size);
#pragma warning disable IOCTL4034 // The kernel's refusal is what is tested.
        Should.Throw<IoctlException>(() => _open.Container.UnmapDma(new() { Flags = VfioDmaUnmapFlags.All, Size = 4096 })).Error.ShouldBe(Errno.EINVAL);
#pragma warning restore IOCTL4034
    }

    [Fact]
    public void A_mapping_is_not_cut_in_two()
    {
        _open.Container.MapDma(Map());
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Container.UnmapDma(new() { Iova = Iova, Size = 4096 }));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("cuts a mapping in two");
    }

    [Fact]
    public void A_range_is_mapped_once()
    {
        using DmaMapping mapping = _open.Container.Map(_memory, Iova);
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Container.Map(_memory, Iova + 0x1000));
        failure.Error.ShouldBe(Errno.EEXIST);
        failure.Message.ShouldContain("VFIO_IOMMU_MAP_DMA (0x3b71) failed with EEXIST (17");
        failure.Message.ShouldContain("overlaps");
    }

    [Fact]
    public void The_reserved_range_of_message_interrupts_cannot_be_mapped()
    {
        using DmaBuffer page = new(4096);
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Container.Map(page, 0xfee00000));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("iova ranges of the type1 info");
    }

    [Theory]
    [InlineData(0x100800ul, 4096ul, ReadWrite)]
    [InlineData(0x100000ul, 100ul, ReadWrite)]
    [InlineData(0x100000ul, 0ul, ReadWrite)]
    [InlineData(0x100000ul, 4096ul, (VfioDmaMapFlags)0)]
    [InlineData(0x100000ul, 4096ul, (VfioDmaMapFlags)(1u << 31))]
    public void What_cannot_be_mapped_is_invalid(ulong iova, ulong size, VfioDmaMapFlags flags)
        => _open.Container.TryMapDma(new() { Flags = flags, Vaddr = _memory.Address, Iova = iova, Size = size }).ShouldBe(Errno.EINVAL);

    [Fact]
    public void Memory_that_the_process_may_only_read_cannot_be_mapped_for_the_devices_writes()
    {
        using ReadOnlyMemoryMapping memory = new();
        VfioIommuType1DmaMap map = new() { Flags = ReadWrite, Vaddr = memory.Address, Iova = Iova, Size = memory.Size };
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Container.MapDma(map));
        failure.Error.ShouldBe(Errno.EFAULT);
        failure.Message.ShouldContain("read-only");

        map.Flags = VfioDmaMapFlags.Read;
        _open.Container.MapDma(map);
        _open.Container.UnmapDma(new() { Iova = Iova, Size = memory.Size }).ShouldBe(memory.Size);
    }

    [Fact]
    public void Memory_is_pinned_while_it_is_mapped()
    {
        long before = LockedKilobytes();
        using (_open.Container.Map(_memory, Iova))
            (LockedKilobytes() - before).ShouldBe((long)_memory.Size / 1024);
        LockedKilobytes().ShouldBe(before);
    }

    [Fact]
    public void A_buffer_is_not_freed_under_a_mapping_of_it()
    {
        DmaBuffer buffer = new(4096);
        ulong address = buffer.Address.Value;
        using (_open.Container.Map(buffer, Iova))
        {
            buffer.Dispose();
            IsBuffer(address).ShouldBeTrue();
        }

        IsBuffer(address).ShouldBeFalse();
    }

    [Fact]
    public void A_mapping_that_outlives_the_containers_handle_is_unmapped_all_the_same()
    {
        long before = LockedKilobytes();
        DmaMapping mapping = _open.Container.Map(_memory, Iova);
        _open.Container.Dispose();
        mapping.Dispose();
        LockedKilobytes().ShouldBe(before);
    }

    [Fact]
    public void A_failed_mapping_does_not_hold_the_buffer()
    {
        DmaBuffer buffer = new(4096);
        ulong address = buffer.Address.Value;
        Should.Throw<IoctlException>(() => _open.Container.Map(buffer, 0xfee00000));
        buffer.Dispose();
        IsBuffer(address).ShouldBeFalse();
    }

    private VfioIommuType1DmaMap Map() => new() { Flags = ReadWrite, Vaddr = _memory.Address, Iova = Iova, Size = _memory.Size };

    private static long LockedKilobytes()
    {
        string line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmLck:", StringComparison.Ordinal));
        return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    // Whether a buffer's memory is there. Its addresses soon serve other memory, but only buffers are not inherited by child processes ("dc").
    private static bool IsBuffer(ulong address)
    {
        bool isIn = false;
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            if (isIn && line.StartsWith("VmFlags:", StringComparison.Ordinal))
                return line.Split(' ').Contains("dc");
            string[] range = line.Split(' ')[0].Split('-');
            if (range.Length == 2)
                isIn = Hexadecimal(range[0]) <= address && address < Hexadecimal(range[1]);
        }

        return false;
    }

    private static ulong Hexadecimal(string text) => ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
