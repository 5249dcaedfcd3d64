using System;
using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

/// <summary>
/// The device answers accesses of less than 32 bits wrongly, as much hardware does. RyuJIT makes such accesses of a volatile read whose value is used in
/// part; the methods here are compiled with full optimization at once, and use a byte.
/// </summary>
public sealed class RegisterAccessTests : IDisposable
{
    private const byte LowIdentification = 0xed;

    private readonly OpenDevice _open = new(GuestDevices.RootEdu);
    private readonly EduDevice _edu;

    public RegisterAccessTests() => _edu = new EduDevice(_open.Device);

    public void Dispose()
    {
        _edu.Dispose();
        _open.Dispose();
    }

    [Fact]
    public void The_bed_can_tell_a_narrow_access_from_a_wide_one()
    {
        _edu.Registers.Read32(EduDevice.IdentificationRegister).ShouldBe(EduDevice.Identification);
        _edu.Registers.Read8(EduDevice.IdentificationRegister).ShouldNotBe(LowIdentification);
    }

    [Fact]
    public void A_read_of_which_one_byte_is_used_is_as_wide_as_it_was_written()
    {
        LowByte(_edu.Registers).ShouldBe(LowIdentification);
        TestsLowBit(_edu.Registers).ShouldBeTrue();
        ComparesLowByte(_edu.Registers).ShouldBeTrue();
    }

    [Fact]
    public void The_busy_bit_of_a_running_DMA_is_seen()
    {
        using DmaBuffer memory = new(1 << 16);
        using DmaMapping mapping = _open.Container.Map(memory, iova: 0x1000000);
        _edu.StartWriteToMemory(mapping.Iova);
        IsBusy(_edu.Registers).ShouldBeTrue();
        _edu.WaitForDma();
        IsBusy(_edu.Registers).ShouldBeFalse();
    }

    [Fact]
    public void A_wide_register_is_read_and_written_at_once()
    {
        const ulong dmaSource = 0x80;
        const ulong value = 0x0123456789abcdef;
        _edu.Registers.Write64(dmaSource, value);
        _edu.Registers.Read64(dmaSource).ShouldBe(value);
        LowHalf(_edu.Registers).ShouldBe(0x89abcdefu);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte LowByte(MappedRegion registers) => (byte)registers.Read32(EduDevice.IdentificationRegister);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TestsLowBit(MappedRegion registers)
    {
        if ((registers.Read32(EduDevice.IdentificationRegister) & 1) == 0)
            return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool ComparesLowByte(MappedRegion registers) => (registers.Read32(EduDevice.IdentificationRegister) & 0xff) == LowIdentification;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsBusy(MappedRegion registers) => (registers.Read32(EduDevice.DmaCommandRegister) & EduDevice.DmaRuns) != 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint LowHalf(MappedRegion registers) => (uint)registers.Read64(0x80);
}
