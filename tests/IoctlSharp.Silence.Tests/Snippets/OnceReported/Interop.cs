//// Size bounded by ThrowIfGreaterThan
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static byte[] Allocate(VfioRegionInfo region)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(region.Size, (ulong)int.MaxValue);
        return new byte[(int)region.Size];
    }
}

//// Size bounded by ThrowIfGreaterThanOrEqual
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static int Of(VfioRegionInfo region)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(region.Size, 1UL << 31);
        return (int)region.Size;
    }
}

//// Size bounded by a relational pattern
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static int Of(VfioRegionInfo region)
    {
        if (region.Size is > int.MaxValue)
            throw new OverflowException();
        return (int)region.Size;
    }
}

//// Size bounded by and or or patterns in a Try form
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static bool TrySize(VfioDevice device, uint index, out int size)
    {
        VfioRegionInfo region = device.GetRegionInfo(index).Value;
        size = 0;
        if (region.Size is 0 or > int.MaxValue)
            return false;
        size = (int)region.Size;
        return true;
    }
}

//// Size bounded by an and pattern in a conditional expression
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static int Of(VfioRegionInfo region) => region.Size is > 0 and <= 65536 ? (int)region.Size : throw new InvalidOperationException();
}

//// Size bounded by a property pattern
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static int Of(VfioRegionInfo region)
    {
        if (region is not { Size: <= 4096 })
            return 0;
        return (int)region.Size;
    }
}

//// Size bounded by a case of a switch statement
using IoctlSharp.Vfio;

internal static class Sizes
{
    public static int Of(VfioRegionInfo region)
    {
        switch (region.Size)
        {
            case <= 4096:
                return (int)region.Size;
            default:
                return 4096;
        }
    }
}

//// An address in two halves for 32-bit registers
using IoctlSharp.Iommu;

internal static class Window
{
    public static void Program(MappedRegion bar, IommuIovaRange range)
    {
        bar.Write32(0x10, (uint)range.Start);
        bar.Write32(0x14, (uint)(range.Start >> 32));
    }
}

//// The halves in an explicit unchecked
using IoctlSharp.Vfio;

internal static class Halves
{
    public static (uint High, uint Low) Split(VfioRegionInfo region) => unchecked(((uint)(region.Offset >> 32), (uint)region.Offset));
}

//// Bounded by a predicate of the class (minor)
using IoctlSharp.Vfio;

internal static class Sizes
{
    private static bool Fits(ulong size) => size <= int.MaxValue;

    public static int Of(VfioRegionInfo region) => Fits(region.Size) ? (int)region.Size : -1;
}

//// The machine's order chosen by IsLittleEndian
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal static class Raw
{
    public static uint First(KernelBuffer<VfioRegionInfo> answer)
        => BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(answer.Bytes) : BinaryPrimitives.ReadUInt32BigEndian(answer.Bytes);
}

//// A program for little-endian machines that says so
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal static class Raw
{
    public static uint First(KernelBuffer<VfioRegionInfo> answer)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException();
        return BinaryPrimitives.ReadUInt32LittleEndian(answer.Bytes);
    }
}

//// A value of the kernel put into network order
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal static class Wire
{
    public static ulong ToBigEndian(VfioIovaRange range) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(range.Start) : range.Start;
}

//// The flag is tested by a helper of the caller
using IoctlSharp.Vfio;

internal static class InfoExtensions
{
    public static bool HasPageSizes(this in VfioIommuType1Info info) => (info.Flags & VfioIommuInfoFlags.PageSizes) != 0;

    public static ulong Pages(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        return info.HasPageSizes() ? info.IovaPageSizes : 0;
    }
}

//// The flag is tested as a bit of a number
using IoctlSharp.Vfio;

internal static class Infos
{
    public static ulong Pages(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        if (((uint)info.Flags & 1) == 0)
            throw new NotSupportedException();
        return info.IovaPageSizes;
    }
}

//// Read first, replaced where the flag is missing
using IoctlSharp.Vfio;

internal static class Infos
{
    public static ulong Pages(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        ulong sizes = info.IovaPageSizes;
        if ((info.Flags & VfioIommuInfoFlags.PageSizes) == 0)
            sizes = (ulong)Environment.SystemPageSize;
        return sizes;
    }
}

//// A dictionary key packed with a shift by 40
using System.Collections.Generic;

internal sealed class NameCache
{
    private readonly Dictionary<ulong, string> _names = [];

    public string? this[uint index, ulong low] => _names.GetValueOrDefault((ulong)index << 40 | low);
}

//// A handle that only this method knows
internal static unsafe class OneShot
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    public static int Ask(string path, nuint request)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = System.IO.File.OpenHandle(path);
        return ioctl((int)file.DangerousGetHandle(), request, null);
    }
}

//// A private handle that is never disposed, with KeepAlive (minor)
internal sealed unsafe class Holder
{
    private readonly Device _device = new(3, true);

    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    public int Ask(nuint request)
    {
        int result = ioctl((int)_device.DangerousGetHandle(), request, null);
        GC.KeepAlive(_device);
        return result;
    }
}

//// A program that refuses other page sizes (minor)
using IoctlSharp.Vfio;

internal static class Mapper
{
    public static void Map(VfioContainer container, DmaBuffer buffer, ulong iova)
    {
        if (Environment.SystemPageSize != 4096)
            throw new PlatformNotSupportedException();
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = iova & ~4095UL, Size = buffer.Size });
    }
}

//// Memory that stays where it is
using IoctlSharp.Vfio;
using System.Buffers;

internal sealed unsafe class Stays : IDisposable
{
    private readonly byte[] _array = GC.AllocateArray<byte>(1 << 20, pinned: true);
    private readonly GCHandle _handle;
    private readonly byte[] _other = new byte[1 << 20];
    private MemoryHandle _memory;

    public Stays() => _handle = GCHandle.Alloc(_other, GCHandleType.Pinned);

    private static ulong Up(nint address) => ((ulong)address + 0xffff) & ~0xfffful;

    public void Map(VfioContainer container)
    {
        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = new UserPointer(Up((nint)start)), Iova = 0, Size = 0x80000 });
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = new UserPointer(Up(_handle.AddrOfPinnedObject())), Iova = 0x100000, Size = 0x80000 });
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)_handle.AddrOfPinnedObject(), Iova = 0x200000, Size = 0x80000 });
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0), Iova = 0x300000, Size = 0x80000 });
    }

    public void Map(VfioContainer container, Memory<byte> memory)
    {
        _memory = memory.Pin();
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Write, Vaddr = (UserPointer)_memory.Pointer, Iova = 0x400000, Size = (ulong)memory.Length });
    }

    public static void Native(VfioContainer container, nuint size)
    {
        void* memory = NativeMemory.AlignedAlloc(size, 65536);
        NativeMemory.Clear(memory, size);
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Write, Vaddr = (UserPointer)memory, Iova = 0x500000, Size = size });
    }

    public void Dispose()
    {
        _memory.Dispose();
        _handle.Free();
    }
}
