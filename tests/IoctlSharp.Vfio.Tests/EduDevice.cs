using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Threading;

namespace IoctlSharp.Vfio.Tests;

/// <summary>QEMU's educational device (docs/specs/edu.rst there), driven by polling so that tests of interrupts have them to themselves.</summary>
internal sealed class EduDevice : IDisposable
{
    public const uint Identification = 0x010000ed;
    public const ulong IdentificationRegister = 0x00;
    public const ulong DmaCommandRegister = 0x98;
    public const uint DmaRuns = 1;

    /// <summary>All of the device's memory but one byte of many versions of QEMU, which stop at a full page.</summary>
    public const int DmaLength = 2048;

    private const ulong RaiseRegister = 0x60;
    private const ulong AcknowledgeRegister = 0x64;
    private const ulong InterruptStatusRegister = 0x24;
    private const ulong DmaSourceRegister = 0x80;
    private const ulong DmaDestinationRegister = 0x88;
    private const ulong DmaCountRegister = 0x90;
    private const uint DmaFromDevice = 2;
    private const uint DmaInterrupt = 4;
    private const ulong DeviceMemory = 0x40000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public EduDevice(VfioDevice device)
    {
        EnableMemoryAndBusMaster(device);
        VfioRegionInfo bar = device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value;
        Registers = device.Map(bar.Offset, bar.Size);
    }

    public MappedRegion Registers { get; }

    /// <summary>Whether the end of a DMA raises an interrupt, which somebody must acknowledge.</summary>
    public bool InterruptsAfterDma { get; set; }

    public void RaiseInterrupt() => Registers.Write32(RaiseRegister, 1);

    public void AcknowledgeInterrupt() => Registers.Write32(AcknowledgeRegister, Registers.Read32(InterruptStatusRegister));

    public void ReadFromMemory(ulong iova)
    {
        Start(iova, DeviceMemory, 0);
        WaitForDma();
    }

    public void WriteToMemory(ulong iova)
    {
        StartWriteToMemory(iova);
        WaitForDma();
    }

    public void StartWriteToMemory(ulong iova) => Start(DeviceMemory, iova, DmaFromDevice);

    public void WaitForDma()
    {
        long start = Stopwatch.GetTimestamp();
        while ((Registers.Read32(DmaCommandRegister) & DmaRuns) != 0)
        {
            if (Stopwatch.GetElapsedTime(start) > s_patience)
                throw new TimeoutException("The device's DMA does not end.");
            Thread.Sleep(5);
        }
    }

    public void Dispose() => Registers.Dispose();

    private static void EnableMemoryAndBusMaster(VfioDevice device)
    {
        const ulong command = 4;
        ulong config = device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset;
        Span<byte> register = stackalloc byte[2];
        device.ReadExactly(register, config + command);
        BinaryPrimitives.WriteUInt16LittleEndian(register, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(register) | 0b110));
        device.WriteExactly(register, config + command);
    }

    private void Start(ulong source, ulong destination, uint direction)
    {
        Registers.Write64(DmaSourceRegister, source);
        Registers.Write64(DmaDestinationRegister, destination);
        Registers.Write64(DmaCountRegister, DmaLength);
        Registers.Write64(DmaCommandRegister, DmaRuns | direction | (InterruptsAfterDma ? DmaInterrupt : 0));
    }
}
