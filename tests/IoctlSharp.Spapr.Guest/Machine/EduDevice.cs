using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Threading;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest.Machine;

/// <summary>QEMU's educational device (docs/specs/edu.rst there). Its registers have the byte order of the emulated processor's default: big-endian.</summary>
internal sealed class EduDevice : IDisposable
{
    private const ulong IdentificationRegister = 0x00;
    private const ulong DmaSource = 0x80;
    private const ulong DmaDestination = 0x88;
    private const ulong DmaCount = 0x90;
    private const ulong DmaCommand = 0x98;
    private const uint StartDma = 1;
    private const uint FromDevice = 2;
    private const ulong DeviceMemory = 0x40000;

    // QEMU 7.2 aborts on the full 4096.
    private const int Length = 2048;
    private const int Back = 0x8000;

    private readonly VfioDevice _device;
    private readonly MappedRegion _registers;

    public EduDevice(VfioDevice device)
    {
        _device = device;
        EnableBusMaster();
        VfioRegionInfo bar = device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value;
        _registers = device.Map(bar.Offset, bar.Size, byteOrder: ByteOrder.BigEndian);
    }

    public uint Identification => _registers.Read32(IdentificationRegister);

    /// <summary>After a reset it must be done again.</summary>
    public void EnableBusMaster()
    {
        const ulong command = 4;
        const ushort memorySpaceAndBusMaster = 0b110;
        ulong config = _device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset;
        Span<byte> register = stackalloc byte[2];
        _device.ReadExactly(register, config + command);
        BinaryPrimitives.WriteUInt16LittleEndian(register, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(register) | memorySpaceAndBusMaster));
        _device.WriteExactly(register, config + command);
    }

    /// <summary>Memory to device, and device to other memory: whether the bytes that came back are those that went.</summary>
    public bool RoundTrips(DmaBuffer memory, ulong iova, int seed)
    {
        Span<byte> source = memory.GetSpan(0, Length);
        byte[] pattern = new byte[Length];
        new Random(seed).NextBytes(pattern);
        pattern.CopyTo(source);
        Span<byte> destination = memory.GetSpan(Back, Length);
        destination.Clear();
        Transfer(iova, DeviceMemory, 0);
        // What the device sends back can only come from the device.
        source.Clear();
        Transfer(DeviceMemory, iova + Back, FromDevice);
        return destination.SequenceEqual(pattern);
    }

    /// <summary>Device to memory: whether all of the memory is as it was.</summary>
    public bool IsKeptOut(DmaBuffer memory, ulong iova)
    {
        memory.Span.Fill(0x5a);
        Transfer(DeviceMemory, iova + Back, FromDevice);
        foreach (byte value in memory.Span)
        {
            if (value != 0x5a)
                return false;
        }

        return true;
    }

    public void Dispose() => _registers.Dispose();

    private void Transfer(ulong source, ulong destination, uint direction)
    {
        _registers.Write64(DmaSource, source);
        _registers.Write64(DmaDestination, destination);
        _registers.Write64(DmaCount, Length);
        _registers.Write64(DmaCommand, StartDma | direction);
        Stopwatch watch = Stopwatch.StartNew();
        while ((_registers.Read64(DmaCommand) & StartDma) != 0)
        {
            if (watch.Elapsed.TotalSeconds > 60)
                throw new TimeoutException("The device's DMA does not end.");
            Thread.Sleep(5);
        }
    }
}
