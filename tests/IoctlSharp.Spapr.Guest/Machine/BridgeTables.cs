using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Linq;

namespace IoctlSharp.Spapr.Guest.Machine;

/// <summary>
/// The tables of QEMU's PCIe host bridge (PHB4), where its firmware keeps what is frozen. Writing them freezes a device as a real error would: QEMU's
/// bridge freezes nothing by itself.
/// </summary>
internal sealed class BridgeTables : IDisposable
{
    // Registers: which table entry, and its data.
    private const ulong EntryAddress = 0x220;
    private const ulong EntryData = 0x228;
    private const ulong RegistersSize = 0x1000;

    // Tables.
    private const ulong FrozenEndpoints = 20;
    private const ulong StoppedIo = 7;
    private const ulong StoppedDma = 8;
    private const ulong Stopped = 1ul << 63;

    private readonly MappedRegion _registers;
    private readonly ulong _endpoint;

    /// <param name="bridge">Which bridge, as the firmware counts them.</param>
    /// <param name="device">The device's address.</param>
    public BridgeTables(ulong bridge, string device)
    {
        using PhysicalMemory memory = new();
        _registers = memory.Map(RegistersOf(bridge), RegistersSize, byteOrder: ByteOrder.BigEndian);
        string text = File.ReadAllText($"/sys/bus/pci/devices/{device}/eeh_pe_config_addr").Trim();
        _endpoint = ulong.Parse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    public void Freeze(bool io, bool dma)
    {
        if (io)
            Write(StoppedIo, _endpoint, Stopped);
        if (dma)
            Write(StoppedDma, _endpoint, Stopped);
        // IBM counts bits from the most significant on.
        ulong word = _endpoint / 64;
        Write(FrozenEndpoints, word, Read(FrozenEndpoints, word) | Stopped >> (int)(_endpoint % 64));
    }

    /// <summary>What the firmware left in the tables of the device.</summary>
    public bool IsClear => ((Read(StoppedIo, _endpoint) | Read(StoppedDma, _endpoint)) & Stopped) == 0;

    public void Dispose() => _registers.Dispose();

    private static ulong RegistersOf(ulong bridge)
    {
        string node = Directory.GetDirectories("/proc/device-tree", "pciex@*").Single(node => Number(Path.Combine(node, "ibm,opal-phbid")) == bridge);
        return BinaryPrimitives.ReadUInt64BigEndian(File.ReadAllBytes(Path.Combine(node, "reg")));
    }

    private static ulong Number(string property)
    {
        byte[] bytes = File.ReadAllBytes(property);
        return bytes.Length == sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private ulong Read(ulong table, ulong entry)
    {
        _registers.Write64(EntryAddress, table << 48 | entry);
        return _registers.Read64(EntryData);
    }

    private void Write(ulong table, ulong entry, ulong value)
    {
        _registers.Write64(EntryAddress, table << 48 | entry);
        _registers.Write64(EntryData, value);
    }
}
