//// Sparse areas of a region
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class Sparse
{
    public static List<(ulong Offset, ulong Size)> Areas(VfioDevice device, uint index)
    {
        KernelBuffer<VfioRegionInfo> region = device.GetRegionInfo(index);
        List<(ulong, ulong)> areas = [];
        if (!region.Capabilities.TryFind((ushort)VfioRegionCapability.SparseMmap, out Capability sparse))
            return [(0, region.Value.Size)];
        int count = checked((int)sparse.Read<VfioRegionInfoCapSparseMmap>().Count);
        foreach (VfioRegionSparseMmapArea area in sparse.Tail<VfioRegionSparseMmapArea>(Unsafe.SizeOf<VfioRegionInfoCapSparseMmap>(), count))
            areas.Add((area.Offset, area.Size));
        return areas;
    }
}

//// The mappings that are left
using IoctlSharp.Vfio;

internal static class Limits
{
    public static uint? Available(VfioContainer container)
    {
        foreach (Capability capability in container.GetType1Info().Capabilities)
        {
            if ((VfioIommuType1Capability)capability.Id is VfioIommuType1Capability.DmaAvailable && capability.Version == 1)
                return capability.Read<VfioIommuType1InfoDmaAvail>().Available;
        }

        return null;
    }
}

//// A chain that is walked twice
using System.Text;

internal static class ChainText
{
    public static string Describe(CapabilityChain chain)
    {
        if (chain.IsEmpty)
            return "none";
        int count = 0;
        foreach (Capability _ in chain)
            count++;
        StringBuilder text = new($"{count}:");
        CapabilityChain.Enumerator each = chain.GetEnumerator();
        while (each.MoveNext())
            text.Append(' ').Append(each.Current.Id).Append('@').Append(each.Current.Offset);
        return text.ToString();
    }
}

//// Round up to the pages of the IOMMU
using System.Numerics;
using IoctlSharp.Vfio;

internal static class PageMath
{
    public static ulong SmallestPage(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        return (info.Flags & VfioIommuInfoFlags.PageSizes) != 0 && info.IovaPageSizes != 0
            ? 1UL << BitOperations.TrailingZeroCount(info.IovaPageSizes)
            : (ulong)Environment.SystemPageSize;
    }

    public static ulong RoundUp(ulong length, ulong page) => checked(length + page - 1) & ~(page - 1);

    public static bool IsAligned(ulong value, ulong page) => (value & (page - 1)) == 0;
}

//// A bump allocator of I/O addresses
internal sealed class IovaAllocator(ulong start, ulong end, ulong granule)
{
    private readonly System.Threading.Lock _gate = new();
    private ulong _next = start;

    public bool TryTake(ulong size, out ulong iova)
    {
        ulong rounded = (size + granule - 1) / granule * granule;
        lock (_gate)
        {
            iova = _next;
            if (rounded == 0 || end - _next < rounded)
                return false;
            _next += rounded;
            return true;
        }
    }
}



//// A buffer and its mapping with one owner
using IoctlSharp.Vfio;

public sealed class DmaPool : IDisposable
{
    private readonly DmaBuffer _buffer;
    private readonly DmaMapping _mapping;

    public DmaPool(VfioContainer container, ulong iova, int pages)
    {
        _buffer = new DmaBuffer((ulong)pages * (ulong)Environment.SystemPageSize);
        try
        {
            _mapping = container.Map(_buffer, iova, VfioDmaMapFlags.Read | VfioDmaMapFlags.Write);
        }
        catch
        {
            _buffer.Dispose();
            throw;
        }
    }

    public (Memory<byte> Copy, ulong Iova) Take(ulong offset, int length)
        => (_buffer.GetSpan(offset, length).ToArray(), _mapping.Iova + offset);

    public void Dispose()
    {
        _mapping.Dispose();
        _buffer.Dispose();
    }
}

//// Map by hand with memory of its own
using IoctlSharp.Vfio;

internal sealed class ManualMapping(VfioContainer container) : IDisposable
{
    private readonly DmaBuffer _memory = new((ulong)Environment.SystemPageSize * 16);
    private bool _isMapped;

    public ulong Iova { get; private set; }

    public Errno TryMap(ulong iova)
    {
        VfioIommuType1DmaMap map = new()
        {
            Flags = VfioDmaMapFlags.Read,
            Vaddr = UserPointer.From(_memory),
            Iova = iova,
            Size = _memory.Size,
        };
        Errno error = container.TryMapDma(in map);
        if (error is Errno.None)
            (Iova, _isMapped) = (iova, true);
        return error;
    }

    public void Dispose()
    {
        if (_isMapped && container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = Iova, Size = _memory.Size }) != _memory.Size)
            Environment.FailFast("a mapping was lost");
        _memory.Dispose();
    }
}

//// Registers by their names
using System.IO;
using IoctlSharp.Vfio;

internal sealed class Uart : IDisposable
{
    private const ulong LineStatus = 0x14, Transmit = 0x00;
    private readonly MappedRegion _registers;

    public Uart(VfioDevice device)
    {
        VfioRegionInfo bar = device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value;
        if ((bar.Flags & VfioRegionFlags.Mmap) == 0)
            throw new InvalidDataException("BAR 0 cannot be mapped");
        _registers = device.Map(bar.Offset, bar.Size);
    }

    public bool TrySend(byte value, int patience = 1000)
    {
        while (patience-- > 0)
        {
            if ((_registers.Read8(LineStatus) & 0x20) != 0)
            {
                _registers.Write8(Transmit, value);
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _registers.Dispose();
}

//// Big-endian registers
using System.Numerics;
using IoctlSharp.Vfio;

internal readonly record struct Controller(MappedRegion Registers)
{
    public static Controller Open(VfioDevice device, VfioRegionInfo bar) => new(device.Map(bar.Offset, bar.Size, byteOrder: ByteOrder.BigEndian));

    public Version Version
    {
        get
        {
            uint raw = Registers.Read32(0x0);
            return new Version((int)(raw >> 24), (int)(raw >> 16 & 0xff), (int)(raw & 0xffff));
        }
    }

    public int ActiveQueues => BitOperations.PopCount(Registers.Read64(0x40));

    public void Modify(ulong offset, uint clear, uint set) => Registers.Write32(offset, Registers.Read32(offset) & ~clear | set);
}

//// Little-endian configuration space
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal sealed class ConfigSpace(VfioDevice device)
{
    private readonly ulong _start = device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset;

    public (ushort Vendor, ushort Device) Ids
    {
        get
        {
            Span<byte> bytes = stackalloc byte[4];
            device.ReadExactly(bytes, _start);
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));
        }
    }

    public void SetCommand(ushort bits, bool on)
    {
        Span<byte> register = stackalloc byte[sizeof(ushort)];
        device.ReadExactly(register, _start + 4);
        ushort old = BinaryPrimitives.ReadUInt16LittleEndian(register);
        BinaryPrimitives.WriteUInt16LittleEndian(register, on ? (ushort)(old | bits) : (ushort)(old & ~bits));
        device.WriteExactly(register, _start + 4);
    }
}

//// Network headers in a DMA buffer
using System.Buffers.Binary;
using System.Net;

internal static class Frames
{
    public static bool IsIpv4(DmaBuffer ring, ulong slot)
        => BinaryPrimitives.ReadUInt16BigEndian(ring.GetSpan(slot * 2048 + 12, 2)) == 0x0800;

    public static IPAddress Source(DmaBuffer ring, ulong slot) => new(ring.GetSpan(slot * 2048 + 26, 4));

    public static void SetLength(Span<byte> frame, ushort length) => BinaryPrimitives.WriteUInt16BigEndian(frame.Slice(16, 2), length);
}

//// Completion queue in device order
using System.Buffers.Binary;

internal struct NvmeCompletion
{
    public uint Result;
    public uint Reserved;
    public ushort Head, Queue, Command, Status;
}

internal sealed class CompletionQueue(DmaBuffer memory, MappedRegion bar, int depth)
{
    private int _head;
    private ushort _phase = 1;

    public unsafe bool TryNext(out ushort command)
    {
        fixed (byte* start = memory.Span)
        {
            NvmeCompletion* entry = (NvmeCompletion*)start + _head;
            ushort status = System.Threading.Volatile.Read(ref entry->Status);
            if (!BitConverter.IsLittleEndian)
                status = BinaryPrimitives.ReverseEndianness(status);
            command = BitConverter.IsLittleEndian ? entry->Command : BinaryPrimitives.ReverseEndianness(entry->Command);
            if ((status & 1) != _phase)
                return false;
        }

        _head = (_head + 1) % depth;
        if (_head == 0)
            _phase ^= 1;
        bar.Write32(0x1004, (uint)_head);
        return true;
    }
}

//// A large region in windows
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class Windows
{
    public static IEnumerable<MappedRegion> Split(VfioDevice device, VfioRegionInfo region, ulong window)
    {
        ulong page = (ulong)Environment.SystemPageSize;
        ulong step = Math.Max(page, window / page * page);
        for (ulong at = 0; at < region.Size; at += step)
            yield return device.Map(region.Offset + at, Math.Min(step, region.Size - at));
    }
}

//// Copy a ROM by chunks
using System.IO;
using IoctlSharp.Vfio;

internal static class Rom
{
    public static void Save(VfioDevice device, Stream target)
    {
        VfioRegionInfo rom = device.GetRegionInfo((uint)VfioPciRegion.Rom).Value;
        byte[] chunk = new byte[4096];
        for (ulong done = 0; done < rom.Size;)
        {
            int wanted = (int)Math.Min((ulong)chunk.Length, rom.Size - done);
            int got = device.Read(chunk.AsSpan(0, wanted), rom.Offset + done);
            if (got == 0)
                break;
            target.Write(chunk, 0, got);
            done += (ulong)got;
        }
    }
}
