//// Program's own sizes, narrowed
using IoctlSharp.Vfio;

internal static unsafe class OwnSizes
{
    public static int Fill(VfioContainer container, DmaBuffer buffer, int length)
    {
        VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Size = (ulong)length, Iova = 0x10_0000 };
        container.MapDma(map);
        buffer.Span[..(int)map.Size].Fill(1);
        return (int)map.Size;
    }
}

//// Bytes of a picture in a region
using IoctlSharp.Vfio;

internal static unsafe class Picture
{
    public static void Blank(VfioDevice device, VfioRegionInfo region)
    {
        using MappedRegion frame = device.Map(region.Offset, region.Size);
        byte* pixels = (byte*)frame.Address.Value;
        for (ulong i = 0; i < frame.Length; i++)
            pixels[i] = 0;
    }
}

//// Data of a device behind the head of an answer
using System.Buffers.Binary;

[KernelStruct("identify")]
public partial struct Identify
{
    [ArgSize] private uint _size;
    public uint Controller;
}

[IoctlGroup('n')]
public static partial class Nvme
{
    [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Identify> Identify(this Device device);
}

internal static class Controllers
{
    public static ushort Vendor(Device device)
        => BinaryPrimitives.ReadUInt16LittleEndian(device.Identify().Bytes.Slice(Unsafe.SizeOf<Identify>()));
}

//// Chain that a test walks with its own bounds
using IoctlSharp.Vfio;

internal static class Bounded
{
    public static int Count(ReadOnlySpan<byte> answer, int first)
    {
        int count = 0;
        ReadOnlySpan<byte> rest = answer[first..];
        while (rest.Length >= 8)
        {
            VfioInfoCapHeader header = MemoryMarshal.Read<VfioInfoCapHeader>(rest);
            count++;
            if (header.Next <= first || header.Next > answer.Length - 8)
                break;
            first = (int)header.Next;
            rest = answer.Slice((int)header.Next);
        }

        return count;
    }
}

//// Length behind a head that was checked
[KernelStruct("blob")]
public partial struct Blob
{
    [ArgSize] public uint Size;
    public uint Kind;
}

internal static class Blobs
{
    public static int Rest(in Blob head) => head.Size >= (uint)Unsafe.SizeOf<Blob>() ? (int)(head.Size - (uint)Unsafe.SizeOf<Blob>()) : 0;
}

//// Word of a struct by a pointer into it
using IoctlSharp.Vfio;

internal static unsafe class Words
{
    public static uint Flags(VfioDevice device)
    {
        VfioRegionInfo region = device.GetRegionInfo(0).Value;
        return *((uint*)&region + 1);
    }
}

//// Index packed into a key
internal static class Keys
{
    public static ulong Of(int queueIndex, ulong sequence)
    {
        ulong key = (ulong)queueIndex << 40;
        key |= sequence & ((1ul << 40) - 1);
        return key;
    }
}
