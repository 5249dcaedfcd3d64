using System;
using IoctlSharp.Vfio;

namespace SpaprEeh;

/// <summary>What a reset takes from the head of the configuration space: <c>pci_save_state()</c> and <c>pci_restore_state()</c> of the note.</summary>
internal sealed class SavedConfig
{
    private const int HeaderSize = 64;
    private const int Command = 0x04;
    private const int CacheLineSize = 0x0c;
    private const int Bars = 0x10;
    private const int BarsEnd = 0x28;
    private const int Rom = 0x30;
    private const int InterruptLine = 0x3c;

    private readonly VfioDevice _device;
    private readonly ulong _config;
    private readonly byte[] _header;

    public SavedConfig(VfioDevice device)
    {
        _device = device;
        _config = device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset;
        _header = Read();
    }

    public byte[] Read()
    {
        byte[] header = new byte[HeaderSize];
        _device.ReadExactly(header, _config);
        return header;
    }

    public void Restore()
    {
        for (int bar = Bars; bar < BarsEnd; bar += sizeof(uint))
            Write(bar, sizeof(uint));
        Write(Rom, sizeof(uint));
        Write(CacheLineSize, sizeof(ushort));
        Write(InterruptLine, sizeof(byte));
        // Last: it lets the device decode its addresses and do DMA.
        Write(Command, sizeof(ushort));
    }

    private void Write(int offset, int size) => _device.WriteExactly(_header.AsSpan(offset, size), _config + (ulong)offset);
}
