using IoctlSharp.Pci;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>Structs of older and of newer programs on one kernel, and what it does not know in them.</summary>
public sealed class SizeTests
{
    private const uint NoRoom = 4096;

    [Theory]
    [InlineData(4u, 0ul, Errno.EINVAL)]
    [InlineData(7u, 0ul, Errno.EINVAL)]
    [InlineData(8u, 0ul, Errno.ENOENT)]
    [InlineData(8u, 1ul, Errno.ENOENT)]
    [InlineData(16u, 0ul, Errno.ENOENT)]
    [InlineData(16u, 1ul, Errno.E2BIG)]
    public void Bytes_behind_the_kernels_struct_must_be_zero(uint size, ulong fromTheFuture, Errno expected)
    {
        using Iommufd iommufd = Iommufd.Open();
        iommufd.TryDestroy(new RawDestroy { Size = size, Id = 4711, FromTheFuture = fromTheFuture }).ShouldBe(expected);
    }

    [Fact]
    public void A_struct_that_grew_is_filled_as_far_as_the_program_knows_it()
    {
        using Iommufd iommufd = Iommufd.Open();
        RawIoasAlloc alloc = new() { Size = 16, FromTheFuture = 0 };
        iommufd.TryAllocateIoas(ref alloc).ShouldBe(Errno.None);
        alloc.OutIoasId.ShouldNotBe(0u);
        alloc.Size = 12;
        alloc.FromTheFuture = 0x5a5a5a5a;
        iommufd.TryAllocateIoas(ref alloc).ShouldBe(Errno.None);
        alloc.FromTheFuture.ShouldBe(0x5a5a5a5au);
        alloc.Size = 8;
        iommufd.TryAllocateIoas(ref alloc).ShouldBe(Errno.EINVAL);
        alloc.Size = NoRoom;
        iommufd.TryAllocateIoas(ref alloc).ShouldBe(Errno.E2BIG);
    }

    // 24 bytes it was in Linux 6.6, 40 in 6.7, and 48 since 6.11; the next kernel's may be longer.
    [Theory]
    [InlineData(16u, Errno.EINVAL)]
    [InlineData(24u, Errno.None)]
    [InlineData(40u, Errno.None)]
    [InlineData(48u, Errno.None)]
    [InlineData(56u, Errno.None)]
    public void A_page_table_is_made_with_the_struct_of_every_kernel(uint size, Errno expected)
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        RawHwptAlloc hwpt = new() { Size = size, DevId = open.Id, PtId = open.Iommufd.AllocateIoas() };
        open.Iommufd.TryAllocateHwpt(ref hwpt).ShouldBe(expected);
        (hwpt.OutHwptId != 0).ShouldBe(expected == Errno.None);
    }

    [Fact]
    public void What_the_kernel_does_not_know_is_not_supported()
    {
        using Iommufd iommufd = Iommufd.Open();
        RawIoasAlloc alloc = new() { Size = 12, Flags = 1u << 31 };
        iommufd.TryAllocateIoas(ref alloc).ShouldBe(Errno.EOPNOTSUPP);
        alloc.Flags = 0;
        iommufd.TryAllocateIoas(ref alloc).ShouldBe(Errno.None);
        IoasId ioas = new(alloc.OutIoasId);

        RawIoasMap map = new() { Size = 40, IoasId = ioas, Flags = (IommuIoasMapFlags)(1u << 31) | IommuIoasMapFlags.Readable, Length = 4096 };
        iommufd.TryMapMemory(ref map).ShouldBe(Errno.EOPNOTSUPP);
        map.Flags = IommuIoasMapFlags.Readable;
        map.Reserved = 1;
        iommufd.TryMapMemory(ref map).ShouldBe(Errno.EOPNOTSUPP);

        RawOption option = new() { Size = 24, OptionId = 99 };
        iommufd.TryOption(ref option).ShouldBe(Errno.EOPNOTSUPP);
        option = new() { Size = 24, OptionId = (uint)IommufdOption.HugePages, ObjectId = ioas.Value, Operation = 9 };
        iommufd.TryOption(ref option).ShouldBe(Errno.EOPNOTSUPP);
        option = new() { Size = 24, OptionId = (uint)IommufdOption.RlimitMode, ObjectId = ioas.Value, Operation = (ushort)IommufdOptionOperation.Get };
        iommufd.TryOption(ref option).ShouldBe(Errno.EOPNOTSUPP);

        iommufd.TryFromTheFuture(new RawDestroy { Size = 8 }).ShouldBe(Errno.ENOTTY);
    }

    [Theory]
    [InlineData(15u, Errno.EINVAL, 0u)]
    [InlineData(16u, Errno.None, 5u)]
    [InlineData(20u, Errno.None, 5u)]
    [InlineData(24u, Errno.None, 5u)]
    public void Device_info_of_every_kernels_size_is_filled(uint size, Errno expected, uint interrupts)
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        RawDeviceInfo info = new() { Argsz = size, CapOffset = 0x5a, Untouched = 0x5a };
        open.Device.TryGetInfo(ref info).ShouldBe(expected);
        info.IrqCount.ShouldBe(interrupts);
        if (size < 20)
            info.CapOffset.ShouldBe(0x5au);
        if (size < 24)
            info.Untouched.ShouldBe(0x5au);
    }

    // 16 bytes it was before tokens; VFIO itself checks what stands behind a bind, and ignores it behind an attach.
    [Theory]
    [InlineData(12u, 0ul, Errno.EINVAL)]
    [InlineData(16u, 0ul, Errno.None)]
    [InlineData(24u, 0ul, Errno.None)]
    [InlineData(32u, 0ul, Errno.None)]
    [InlineData(32u, 1ul, Errno.E2BIG)]
    public void A_device_is_bound_with_the_struct_of_every_kernel(uint size, ulong fromTheFuture, Errno expected)
    {
        using Iommufd iommufd = Iommufd.Open();
        using VfioCdev device = new PciDevice(GuestDevices.RootEdu).OpenCdev();
        RawBind bind = new() { Argsz = size, FromTheFuture = fromTheFuture };
        device.TryBind(ref bind, iommufd).ShouldBe(expected);
        (bind.OutDevid.Value != 0).ShouldBe(expected == Errno.None);
    }

    [Theory]
    [InlineData(8u, 0u, Errno.EINVAL)]
    [InlineData(12u, 0u, Errno.None)]
    [InlineData(16u, 0u, Errno.None)]
    [InlineData(24u, 0u, Errno.None)]
    [InlineData(16u, 1u << 31, Errno.EINVAL)]
    public void A_device_is_attached_with_the_struct_of_every_kernel(uint size, uint flags, Errno expected)
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        RawAttach attach = new() { Argsz = size, Flags = flags, PtId = open.Iommufd.AllocateIoas(), FromTheFuture = ulong.MaxValue };
        open.Device.TryAttach(ref attach).ShouldBe(expected);
    }
}
