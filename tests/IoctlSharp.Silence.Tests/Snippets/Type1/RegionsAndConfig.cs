//// Command register read modify write
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal static class CommandRegister
{
    private const ulong Command = 0x04;
    private const ushort Memory = 1 << 1, BusMaster = 1 << 2;

    public static void Enable(VfioDevice device)
    {
        ulong config = device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset;
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        device.ReadExactly(bytes, config + Command);
        ushort value = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)(value | Memory | BusMaster));
        device.WriteExactly(bytes, config + Command);
    }
}

//// Config space as a class with typed reads
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal sealed class ConfigSpace
{
    private readonly VfioDevice _device;
    private readonly VfioRegionInfo _region;

    public ConfigSpace(VfioDevice device)
    {
        _device = device;
        _region = device.GetRegionInfo((uint)VfioPciRegion.Config).Value;
    }

    public ushort VendorId => Read16(0x00);

    public ushort DeviceId => Read16(0x02);

    public bool IsExpress => _region.Size >= 4096;

    public ushort Read16(ulong offset)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _region.Size - 2);
        Span<byte> bytes = stackalloc byte[2];
        _device.ReadExactly(bytes, _region.Offset + offset);
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public void Write32(ulong offset, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _device.WriteExactly(bytes, _region.Offset + offset);
    }
}

//// PCI capability list of the whole config space
using System.Buffers.Binary;
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class PciCapabilities
{
    public static Dictionary<byte, byte> Of(VfioDevice device)
    {
        VfioRegionInfo region = device.GetRegionInfo((uint)VfioPciRegion.Config).Value;
        byte[] config = new byte[256];
        device.ReadExactly(config, region.Offset);
        Dictionary<byte, byte> found = [];
        if ((BinaryPrimitives.ReadUInt16LittleEndian(config.AsSpan(6)) & 0x10) == 0)
            return found;
        byte pointer = (byte)(config[0x34] & ~3);
        for (int steps = 0; pointer >= 0x40 && steps < 48; steps++)
        {
            found.TryAdd(config[pointer], pointer);
            pointer = (byte)(config[pointer + 1] & ~3);
        }

        return found;
    }
}

//// Extended capabilities of PCI Express
using System.Buffers.Binary;
using IoctlSharp.Vfio;

internal static class ExtendedCapabilities
{
    private const int ConfigSize = 4096;

    public static int Find(VfioDevice device, ushort id)
    {
        VfioRegionInfo info = device.GetRegionInfo((uint)VfioPciRegion.Config).Value;
        if (info.Size < ConfigSize)
            return 0;
        Span<byte> config = new byte[ConfigSize];
        device.ReadExactly(config, info.Offset);
        int offset = 0x100;
        for (int guard = 0; offset >= 0x100 && offset <= ConfigSize - 4 && guard < 960; guard++)
        {
            uint header = BinaryPrimitives.ReadUInt32LittleEndian(config[offset..]);
            if ((ushort)header == id)
                return offset;
            offset = (int)(header >> 20) & 0xffc;
        }

        return 0;
    }
}

//// A doorbell with the address in two halves
using IoctlSharp.Vfio;

internal sealed class Controller(MappedRegion registers)
{
    private const ulong QueueLow = 0x28, QueueHigh = 0x2c, Doorbell = 0x1000;

    public void SetQueue(DmaMapping queue)
    {
        registers.Write32(QueueLow, (uint)queue.Iova);
        registers.Write32(QueueHigh, (uint)(queue.Iova >> 32));
    }

    public void Ring(ushort tail) => registers.Write32(Doorbell, tail);
}

//// Map a BAR only when it can be mapped
using System.IO;
using IoctlSharp.Vfio;

internal static class Bars
{
    public static MappedRegion? TryMap(VfioDevice device, VfioPciRegion bar)
    {
        VfioRegionInfo region = device.GetRegionInfo((uint)bar).Value;
        if (region.Size == 0 || !region.Flags.HasFlag(VfioRegionFlags.Mmap))
            return null;
        FileAccess access = (region.Flags & (VfioRegionFlags.Read | VfioRegionFlags.Write)) switch
        {
            VfioRegionFlags.Read => FileAccess.Read,
            VfioRegionFlags.Write => FileAccess.Write,
            _ => FileAccess.ReadWrite,
        };
        return device.Map(region.Offset, region.Size, access);
    }
}

//// Registers by an enum and a generic wait
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

internal sealed class RegisterFile<TRegister>(MappedRegion region, Func<TRegister, ulong> offset)
    where TRegister : struct, Enum
{
    public uint this[TRegister register]
    {
        get => region.Read32(offset(register));
        set => region.Write32(offset(register), value);
    }

    public async Task<bool> WaitAsync(TRegister register, uint mask, uint expected, TimeSpan patience, CancellationToken cancellation = default)
    {
        long start = Stopwatch.GetTimestamp();
        while ((this[register] & mask) != expected)
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
                return false;
            await Task.Delay(1, cancellation);
        }

        return true;
    }
}

//// Completion flag in DMA memory is polled
using System.Threading;
using IoctlSharp.Vfio;

internal static class Completion
{
    [StructLayout(LayoutKind.Sequential)]
    public struct Entry
    {
        public uint Result;
        public uint Phase;
    }

    public static uint Wait(DmaBuffer ring, MappedRegion registers, int slot)
    {
        Span<Entry> entries = MemoryMarshal.Cast<byte, Entry>(ring.Span);
        registers.Write32(0x08, (uint)slot);
        SpinWait spin = default;
        while (Volatile.Read(ref entries[slot].Phase) == 0)
            spin.SpinOnce();
        return entries[slot].Result;
    }
}

//// Dump the ROM in chunks to a stream
using System.Buffers;
using System.IO;
using IoctlSharp.Vfio;

internal static class RomDump
{
    public static void Save(VfioDevice device, Stream target)
    {
        if (device.TryGetRegionInfo((uint)VfioPciRegion.Rom, out KernelBuffer<VfioRegionInfo> rom) is not Errno.None || rom.Value.Size == 0)
            throw new InvalidOperationException("there is no ROM");
        byte[] chunk = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            for (ulong position = 0; position < rom.Value.Size;)
            {
                int wanted = (int)Math.Min((ulong)chunk.Length, rom.Value.Size - position);
                int count = device.Read(chunk.AsSpan(0, wanted), rom.Value.Offset + position);
                if (count == 0)
                    break;
                target.Write(chunk, 0, count);
                position += (ulong)count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}

//// Map around the MSI-X table
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class AroundTable
{
    public static IEnumerable<MappedRegion> Map(VfioDevice device, uint bar, ulong tableOffset, ulong tableSize)
    {
        VfioRegionInfo region = device.GetRegionInfo(bar).Value;
        ulong page = (ulong)Environment.SystemPageSize;
        ulong before = tableOffset & ~(page - 1);
        ulong after = (tableOffset + tableSize + page - 1) & ~(page - 1);
        if (before > 0)
            yield return device.Map(region.Offset, before);
        if (after < region.Size)
            yield return device.Map(region.Offset + after, region.Size - after);
    }
}

//// A driver from the top down with checked narrowing
using IoctlSharp.Vfio;

internal sealed class TinyDriver : IDisposable
{
    private readonly MappedRegion _bar;
    private readonly int _doorbells;

    public TinyDriver(VfioDevice device)
    {
        VfioRegionInfo region = device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value;
        _doorbells = checked((int)((region.Size - 0x1000) / 8));
        _bar = device.Map(region.Offset, region.Size);
        Version = _bar.Read32(0x08) switch { var raw => new Version((int)(raw >> 16), (int)(raw >> 8 & 0xff), (int)(raw & 0xff)) };
    }

    public Version Version { get; }

    public void Ring(int queue, uint value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(queue, _doorbells);
        _bar.Write32(0x1000 + (ulong)queue * 8, value);
    }

    public void Dispose() => _bar.Dispose();
}
