using System;
using System.Buffers.Binary;
using System.IO;
using IoctlSharp;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace VfioWalkthrough;

/// <summary>QEMU's educational device (docs/specs/edu.rst there): a few registers, an interrupt and a DMA engine.</summary>
internal sealed class EduDevice : IDisposable
{
    private const ulong Identification = 0x00;
    private const ulong RaiseInterrupt = 0x60;
    private const ulong AcknowledgeInterrupt = 0x64;
    private const ulong InterruptStatus = 0x24;
    private const ulong DmaSource = 0x80;
    private const ulong DmaDestination = 0x88;
    private const ulong DmaCount = 0x90;
    private const ulong DmaCommand = 0x98;
    private const uint StartDma = 1;
    private const uint FromDevice = 2;
    private const uint InterruptWhenDone = 4;
    private const uint DmaInterrupt = 0x100;

    // The device's own memory, and how much of it we use: a full 4096 bytes is one too many for some versions of QEMU.
    private const ulong DeviceMemory = 0x40000;
    private const int Length = 2048;
    private const int Destination = 8192;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Narrator _narrator;
    private readonly VfioDevice _device;
    private readonly MappedRegion _registers;
    private readonly EventFd _interrupt = new();

    public EduDevice(VfioDevice device, Narrator narrator)
    {
        _device = device;
        _narrator = narrator;
        _narrator.Chapter("Map the device's registers, and let it do DMA at all");
        EnableBusMaster();
        VfioRegionInfo bar = Region(VfioPciRegion.Bar0);
        _registers = device.Map(bar.Offset, bar.Size);
        _narrator.Say($"its identification register reads 0x{_registers.Read32(Identification):x8}");
    }

    public static bool IsEdu(PciDevice pci) => pci is { VendorId: 0x1234, DeviceId: 0x11e8 };

    public void ShowInterrupt()
    {
        _narrator.Chapter("Set up IRQs, eventfds");
        VfioIrqSet set = new() { Flags = VfioIrqSetFlags.DataEventfd | VfioIrqSetFlags.ActionTrigger, Index = (uint)VfioPciIrq.Msi, Count = 1 };
        _narrator.Explain(Commands.VFIO_DEVICE_SET_IRQS, $"{set} and data[] = {{ {_interrupt} }}, which argsz counts as 4 more");
        if (_device.SetIrqs(set.Index, VfioIrqSetFlags.ActionTrigger, start: 0, [_interrupt]) != 0)
            throw new IOException("The system has no interrupt vector left for the device.");
        _registers.Write32(RaiseInterrupt, 1);
        WaitForInterrupt("the interrupt that we asked it for");
        _narrator.Say("we asked the device for an interrupt: a real MSI arrived through the eventfd");
    }

    public void ShowDma(DmaBuffer memory, ulong iova)
    {
        _narrator.Chapter("Let the device do DMA: from memory to the device, and back");
        Span<byte> source = memory.GetSpan(0, Length);
        Span<byte> destination = memory.GetSpan(Destination, Length);
        new Random(42).NextBytes(source);
        destination.Clear();
        Transfer(iova, DeviceMemory, 0);
        Transfer(DeviceMemory, iova + Destination, FromDevice);
        if (!source.SequenceEqual(destination))
            throw new InvalidDataException("What came back from the device is not what went there.");
        _narrator.Say($"{Length} bytes went to the device and came back the same, byte for byte");
    }

    public void ShowThatUnmappedIsUnreachable(DmaBuffer memory, ulong iova)
    {
        Span<byte> destination = memory.GetSpan(Destination, Length);
        destination.Fill(0x5a);
        Transfer(DeviceMemory, iova + Destination, FromDevice);
        if (destination.IndexOfAnyExcept((byte)0x5a) >= 0)
            throw new InvalidDataException("The device wrote to memory that is no longer mapped.");
        _narrator.Say($"the device wrote to I/O address 0x{iova + Destination:x} again: the IOMMU kept it away from our memory");
    }

    public void StopInterrupts()
    {
        _narrator.Explain(Commands.VFIO_DEVICE_SET_IRQS, new VfioIrqSet { Flags = VfioIrqSetFlags.DataNone | VfioIrqSetFlags.ActionTrigger, Index = (uint)VfioPciIrq.Msi });
        _device.SetIrqs((uint)VfioPciIrq.Msi, VfioIrqSetFlags.ActionTrigger, start: 0, count: 0);
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _registers.Dispose();
    }

    private VfioRegionInfo Region(VfioPciRegion index)
    {
        _narrator.Explain(Commands.VFIO_DEVICE_GET_REGION_INFO, new VfioRegionInfo { Index = (uint)index });
        return _device.GetRegionInfo((uint)index).Value;
    }

    private void EnableBusMaster()
    {
        const ulong command = 4;
        const ushort memorySpaceAndBusMaster = 0b110;
        ulong config = Region(VfioPciRegion.Config).Offset;
        Span<byte> register = stackalloc byte[2];
        _device.ReadExactly(register, config + command);
        BinaryPrimitives.WriteUInt16LittleEndian(register, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(register) | memorySpaceAndBusMaster));
        _device.WriteExactly(register, config + command);
    }

    private void Transfer(ulong source, ulong destination, uint direction)
    {
        _registers.Write64(DmaSource, source);
        _registers.Write64(DmaDestination, destination);
        _registers.Write64(DmaCount, Length);
        _registers.Write64(DmaCommand, StartDma | direction | InterruptWhenDone);
        WaitForInterrupt("the end of a DMA");
        if ((_registers.Read64(DmaCommand) & StartDma) != 0)
            throw new InvalidDataException("The device says that its DMA still runs, after the interrupt that ends it.");
    }

    private void WaitForInterrupt(string purpose)
    {
        if (!_interrupt.Wait(s_patience))
            throw new IOException($"No interrupt came in {s_patience.TotalSeconds} seconds: {purpose}.");
        _registers.Write32(AcknowledgeInterrupt, _registers.Read32(InterruptStatus) & (DmaInterrupt | 1));
    }
}
