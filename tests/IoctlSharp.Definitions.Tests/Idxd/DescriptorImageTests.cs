using System;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Descriptors and records byte by byte as a C program makes and reads them with <c>linux/idxd.h</c>.</summary>
public sealed class DescriptorImageTests
{
    private const string Program = """
        #include <stdio.h>
        #include <string.h>
        #include <linux/idxd.h>
        static void show(const void *p, unsigned n) { for (unsigned i = 0; i < n; i++) printf("%02X", ((const unsigned char *)p)[i]); printf("\n"); }
        int main(void) {
            struct dsa_hw_desc d; struct iax_hw_desc x; struct dsa_completion_record r; struct iax_completion_record y;
            memset(&d, 0, sizeof d);
            d.pasid = 0xfffff; d.priv = 1; d.flags = IDXD_OP_FLAG_CRC_RFC3720 | IDXD_OP_FLAG_DSTS | IDXD_OP_FLAG_FENCE; d.opcode = DSA_OPCODE_DUALCAST;
            d.completion_addr = 0x1112131415161720; d.src_addr = 0x2122232425262728; d.dst_addr = 0x3132333435363738; d.xfer_size = 0x41424344; d.int_handle = 0x5152; d.dest2 = 0x6162636465666768;
            show(&d, sizeof d);
            memset(&d, 0, sizeof d);
            d.opcode = DSA_OPCODE_DIF_UPDT; d.desc_count = 7; d.src_upd_flags = 1; d.upd_dest_flags = 2; d.dif_upd_flags = 3; d.src_ref_tag_seed = 4; d.src_app_tag_mask = 5; d.src_app_tag_seed = 6;
            d.dest_ref_tag_seed = 7; d.dest_app_tag_mask = 8; d.dest_app_tag_seed = 9;
            show(&d, sizeof d);
            memset(&x, 0, sizeof x);
            x.pasid = 1; x.flags = IDXD_OP_FLAG_RD_SRC2_2ND | IDXD_OP_FLAG_CRAV; x.opcode = IAX_OPCODE_SELECT; x.completion_addr = 0x40; x.src1_addr = 2; x.dst_addr = 3; x.src1_size = 4; x.int_handle = 5;
            x.decompr_flags = 6; x.src2_addr = 7; x.max_dst_size = 8; x.src2_size = 9; x.filter_flags = 10; x.num_inputs = 11;
            show(&x, sizeof x);
            memset(&r, 0, sizeof r);
            r.status = DSA_COMP_PAGE_FAULT_NOBOF | DSA_COMP_STATUS_WRITE; r.result = 1; r.bytes_completed = 0x1000; r.fault_addr = 0x7f0000002000; r.dif_upd_dest_ref_tag = 0x01020304; r.dif_upd_src_app_tag = 0x0506;
            show(&r, sizeof r);
            memset(&y, 0, sizeof y);
            y.status = IAX_COMP_ANALYTICS_ERROR; y.error_code = 9; y.output_size = 0x10; y.output_bits = 3; y.xor_csum = 0x1122; y.crc = 0x33445566; y.sum = 0x778899aa;
            show(&y, sizeof y);
            return 0;
        }
        """;

    private static readonly Lazy<string[]> s_images = new(() => Gnu.Compile("images.c", Program, made => Gnu.Run(made)).Split('\n'));

    [Fact]
    public void A_dual_cast()
    {
        DsaHwDesc descriptor = new()
        {
            Pasid = 0xfffff,
            Priv = 1,
            Flags = IdxdOperationFlags.CrcRfc3720 | IdxdOperationFlags.DestinationSteering | IdxdOperationFlags.Fence,
            Opcode = DsaOpcode.DualCast,
            CompletionAddr = new UserPointer(0x1112131415161720),
            SrcAddr = 0x2122232425262728,
            DstAddr = 0x3132333435363738,
            XferSize = 0x41424344,
            IntHandle = 0x5152,
        };
        descriptor.Operands.Dest2 = 0x6162636465666768;

        Hex(descriptor).ShouldBe(s_images.Value[0]);
    }

    [Fact]
    public void An_update_of_protection_information()
    {
        DsaHwDesc descriptor = new() { Opcode = DsaOpcode.DifUpdate, DescCount = 7 };
        descriptor.Operands.DifUpdate = new DsaDifUpdateOperands
        {
            SrcUpdFlags = 1,
            UpdDestFlags = 2,
            DifUpdFlags = 3,
            SrcRefTagSeed = 4,
            SrcAppTagMask = 5,
            SrcAppTagSeed = 6,
            DestRefTagSeed = 7,
            DestAppTagMask = 8,
            DestAppTagSeed = 9,
        };

        Hex(descriptor).ShouldBe(s_images.Value[1]);
    }

    [Fact]
    public void A_selection()
        => Hex(new IaxHwDesc
        {
            Pasid = 1,
            Flags = IdxdOperationFlags.ReadSource2Input | IdxdOperationFlags.CompletionAddressValid,
            Opcode = IaxOpcode.Select,
            CompletionAddr = new UserPointer(0x40),
            Src1Addr = new UserPointer(2),
            DstAddr = new UserPointer(3),
            Src1Size = 4,
            IntHandle = 5,
            DecomprFlags = 6,
            Src2Addr = new UserPointer(7),
            MaxDstSize = 8,
            Src2Size = 9,
            FilterFlags = 10,
            NumInputs = 11,
        }).ShouldBe(s_images.Value[2]);

    [Fact]
    public void The_record_of_a_page_fault()
    {
        DsaCompletionRecord record = Read<DsaCompletionRecord>(3);

        record.Outcome.ShouldBe(DsaCompletionStatus.PageFaultNoBlock);
        record.IsPageFault.ShouldBeTrue();
        record.IsFaultAtWrite.ShouldBeTrue();
        record.Result.ShouldBe((byte)1);
        record.BytesCompleted.ShouldBe(0x1000u);
        record.FaultAddr.ShouldBe(0x7f0000002000ul);
        record.Results.DifUpdate.DifUpdDestRefTag.ShouldBe(0x01020304u);
        record.Results.DifUpdate.DifUpdSrcAppTag.ShouldBe((ushort)0x0506);
    }

    [Fact]
    public void The_record_of_a_failed_analysis()
    {
        IaxCompletionRecord record = Read<IaxCompletionRecord>(4);

        record.Outcome.ShouldBe(IaxCompletionStatus.AnalyticsError);
        record.ErrorCode.ShouldBe((byte)9);
        record.OutputSize.ShouldBe(0x10u);
        record.OutputBits.ShouldBe((byte)3);
        record.XorChecksum.ShouldBe((ushort)0x1122);
        record.Crc.ShouldBe(0x33445566u);
        record.Sum.ShouldBe(0x778899aau);
    }

    private static string Hex<T>(T value)
        where T : unmanaged => Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private static T Read<T>(int line)
        where T : unmanaged => MemoryMarshal.Read<T>(Convert.FromHexString(s_images.Value[line]));
}
