using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>Addresses in fields: what the kernel finds there, and what the fields say of its length.</summary>
public sealed class PointerTests
{
    private const int Fd = KernelRecording.Fd;

    private static ReadOnlySpan<byte> Head(KernelRecording kernel) => kernel.Call.Bytes.AsSpan(0, 8);

    [Fact]
    public void A_length_in_bytes_counts_bytes()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 24);
        KernelRecording.FromDirtyStack(() => PointerCalls.Bytes(Fd, [1, 2, 3]));
        Head(kernel).ToArray().ShouldHold("38000000 | 18000000");
        kernel.Call.Behind[0].ShouldHold("0100000000000000 0200000000000000 0300000000000000");
        kernel.Call.Bytes.AsSpan(16).ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Nothing_has_address_0_and_length_0()
    {
        using var kernel = new KernelRecording(keep: 56);
        KernelRecording.FromDirtyStack(() => PointerCalls.Bytes(Fd, default));
        kernel.Call.ShouldHold("38000000" + new string('0', 104));
    }

    [Fact]
    public void Bytes_that_their_field_cannot_count_are_refused()
    {
        using var kernel = new KernelRecording(keep: 56);
        PointerCalls.TrySmallBytes(Fd, new ulong[32]).ShouldBe(Errno.EINVAL);
        kernel.Calls.ShouldBeEmpty();
        PointerCalls.TrySmallBytes(Fd, new ulong[31]).ShouldBe(Errno.None);
        kernel.Call.Bytes[32].ShouldBe((byte)248);
    }

    [Fact]
    public void The_size_of_an_entry_stands_beside_their_number()
    {
        using var kernel = new KernelRecording(keep: 56);
        KernelRecording.FromDirtyStack(() => PointerCalls.Entries(Fd, new Quad[3]));
        Head(kernel).ToArray().ShouldHold("38000000 | 03000000");
        kernel.Call.Bytes.AsSpan(32, 4).ToArray().ShouldHold("10 000000");
    }

    [Fact]
    public void A_struct_is_pointed_to_without_its_padding()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 24).Returns(0).WritesBehind(8, 0, 0xee);
        Holes holes = DirtyStack.Struct<Holes>();
        KernelRecording.FromDirtyStack(() => PointerCalls.In(Fd, in holes));
        Head(kernel).ToArray().ShouldHold("38000000 | 18000000");
        kernel.Call.Behind[0].ShouldHold("cc 00000000000000 | cccccccccccccccc | cc 00000000000000");
        kernel.Call.Bytes.AsSpan(16).ToArray().ShouldAllBe(value => value == 0);
        holes.First.ShouldBe((byte)0xcc, "the kernel had a copy");
    }

    [Fact]
    public void A_struct_by_ref_comes_back_on_failure_too()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(16, 24).Fails(Errno.EIO).WritesBehind(16, 8, 7, 0, 0, 0, 0, 0, 0, 0);
        Holes holes = DirtyStack.Struct<Holes>();
        Should.Throw<IoctlException>(() => KernelRecording.FromDirtyStack(() => PointerCalls.Ref(Fd, new Pointing { Fd = 9 }, ref holes)));
        kernel.Call.Behind[0].ShouldHold("cc 00000000000000 | cccccccccccccccc | cc 00000000000000");
        Head(kernel).ToArray().ShouldHold("38000000 | 01000000");
        kernel.Call.Bytes.AsSpan(32, 8).ToArray().ShouldHold("18 000000 09000000");
        holes.Middle.ShouldBe(7ul);
        holes.Last.ShouldBe((byte)0xcc);
    }

    [Fact]
    public void A_struct_by_out_starts_as_zero()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(24, 24).Returns(0).WritesBehind(24, 16, 5);
        Holes holes = DirtyStack.Struct<Holes>();
        KernelRecording.FromDirtyStack(() => PointerCalls.TryOut(Fd, out holes).ShouldBe(Errno.None));
        kernel.Call.Behind[0].ShouldHold(new string('0', 48));
        Head(kernel).ToArray().ShouldHold("38000000 | 18000000");
        (holes.First, holes.Middle, holes.Last).ShouldBe(((byte)0, 0ul, (byte)5));
    }

    [Fact]
    public void A_large_struct_is_pointed_to_and_another_beside_it()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 1024).KeepsBehind(16, 24);
        Large large = DirtyStack.Struct<Large>();
        KernelRecording.FromDirtyStack(() => PointerCalls.Large(Fd, in large, new Holes { First = 1, Last = 2 }));
        Head(kernel).ToArray().ShouldHold("38000000 | 00040000");
        byte[] behind = kernel.Call.Behind[0].ShouldNotBeNull();
        behind.AsSpan(0, 1005).ToArray().ShouldAllBe(value => value == DirtyStack.Garbage);
        behind.AsSpan(1005, 3).ToArray().ShouldHold("000000");
        behind.AsSpan(1008).ToArray().ShouldHold("cccccccccccccccc cccc 000000000000");
        kernel.Call.Behind[1].ShouldHold("01 00000000000000 | 0000000000000000 | 02 00000000000000");
    }

    [Fact]
    public void A_scalar_is_pointed_to()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 4).Returns(0).WritesBehind(8, 0, 4, 3, 2, 1);
        uint value = 0x0a0b0c0d;
        KernelRecording.FromDirtyStack(() => PointerCalls.Scalar(Fd, ref value));
        kernel.Call.Behind[0].ShouldHold("0d0c0b0a");
        value.ShouldBe(0x01020304u);
    }

    [Fact]
    public void A_struct_is_pointed_to_beside_a_tail()
    {
        using var kernel = new KernelRecording(keep: 24).KeepsBehind(8, 24);
        KernelRecording.FromDirtyStack(() => PointerCalls.BesideTail(Fd, new Holes { Middle = 3 }, [7, 8]));
        kernel.Call.Behind[0].ShouldHold("0000000000000000 | 0300000000000000 | 0000000000000000");
        Head(kernel).ToArray().ShouldHold("18000000 18000000");
        kernel.Call.Bytes.AsSpan(16).ToArray().ShouldHold("0200 | 0700 0800 | 0000");
    }
}
