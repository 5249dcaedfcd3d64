using System;
using System.Runtime.InteropServices;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>The bytes of descriptors, bit-fields included: the device's order, which x86 has.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void A_memory_move_has_the_bytes_of_the_specification()
    {
        DsaHwDesc descriptor = new()
        {
            Pasid = 0xabcde,
            Priv = 1,
            Flags = IdxdOperationFlags.BlockOnFault | IdxdOperationFlags.CompletionAddressValid | IdxdOperationFlags.RequestCompletionRecord,
            Opcode = DsaOpcode.MemoryMove,
            CompletionAddr = new UserPointer(0x1122334455667780),
            SrcAddr = 1,
            DstAddr = 2,
            XferSize = 3,
            IntHandle = 4,
        };

        Hex(descriptor).ShouldBe(
            "DEBC0A80" + "0E000003" + "8077665544332211" + "0100000000000000" + "0200000000000000" + "03000000" + "0400" + "0000" + new string('0', 48));
    }

    [Fact]
    public void Operands_stand_behind_the_common_part()
    {
        DsaHwDesc descriptor = new() { Opcode = DsaOpcode.CrcGenerate };
        descriptor.Operands.Crc.CrcSeed = 0x01020304;
        descriptor.Operands.Crc.SeedAddr = 5;

        Hex(descriptor)[80..].ShouldBe("04030201" + "00000000" + "0500000000000000" + "0000000000000000");
    }

    [Fact]
    public void A_refused_flag_is_read_out_of_a_completion_record()
    {
        byte[] bytes = new byte[32];
        bytes[0] = (byte)DsaCompletionStatus.InvalidFlags;
        bytes[16] = 0x02;
        bytes[18] = 0x20;
        bytes[19] = 0xff;

        DsaCompletionRecord record = MemoryMarshal.Read<DsaCompletionRecord>(bytes);

        ((DsaCompletionStatus)(record.Status & (byte)IdxdCompletionBits.StatusMask)).ShouldBe(DsaCompletionStatus.InvalidFlags);
        record.Results.InvalidFlags.ShouldBe(IdxdOperationFlags.BlockOnFault | IdxdOperationFlags.CrcRfc3720);
    }

    [Fact]
    public void An_analytics_descriptor_has_its_operation_at_the_same_place()
        => Hex(new IaxHwDesc { Opcode = IaxOpcode.Decompress, Flags = IdxdOperationFlags.ReadSource2Aecs, NumInputs = 7 })
            .ShouldBe("00000000" + "00000142" + new string('0', 104) + "07000000");

    private static string Hex<T>(T value)
        where T : unmanaged => Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));
}
