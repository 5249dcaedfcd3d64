using System;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

public sealed class ArgumentFieldTests
{
    [StructLayout(LayoutKind.Sequential)]
    private struct Holed
    {
        public uint Op;
        public ulong Address;
    }

    [Fact]
    public void Fields_are_written_and_read_by_offset()
    {
        Holed value = default;
        ArgumentField.Write(ref value, 8, 0x1122334455667788ul);
        ArgumentField.Write(ref value, 0, 7u);
        value.Address.ShouldBe(0x1122334455667788ul);
        value.Op.ShouldBe(7u);
        ArgumentField.Read<Holed, ushort>(ref value, 8).ShouldBe(BitConverter.IsLittleEndian ? (ushort)0x7788 : (ushort)0x1122);
    }

    [Fact]
    public void A_hole_is_cleared_and_nothing_beside_it()
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Fill(0xcc);
        ref Holed value = ref MemoryMarshal.AsRef<Holed>(bytes);
        ArgumentField.Clear(ref value, 4, 4);
        bytes.SequenceEqual(new byte[] { 0xcc, 0xcc, 0xcc, 0xcc, 0, 0, 0, 0, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc }).ShouldBeTrue();
        ArgumentField.Clear(ref value, 16, 0);
    }

    [Fact]
    public void An_array_is_a_span_of_the_struct()
    {
        Holed value = default;
        Span<byte> bytes = ArgumentField.Span<Holed, byte>(ref value, 8, 8);
        bytes.Fill(1);
        value.Address.ShouldBe(0x0101010101010101ul);
    }

    [Fact]
    public void What_lies_outside_is_refused()
    {
        Holed value = default;
        Should.Throw<ArgumentOutOfRangeException>(() => ArgumentField.Write(ref value, 9, 0ul));
        Should.Throw<ArgumentOutOfRangeException>(() => ArgumentField.Write(ref value, -1, (byte)0));
        Should.Throw<ArgumentOutOfRangeException>(() => ArgumentField.Read<Holed, byte>(ref value, 16));
        Should.Throw<ArgumentOutOfRangeException>(() => ArgumentField.Clear(ref value, 12, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => ArgumentField.Clear(ref value, 0, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => ArgumentField.Span<Holed, uint>(ref value, 0, 5));
        Should.Throw<OverflowException>(() => ArgumentField.Span<Holed, uint>(ref value, 0, int.MaxValue));
    }
}
