using System;
using System.Runtime.InteropServices;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using IoctlSharp.Interop;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>What reaches the kernel behind a pointer: the fields, and zero everywhere else.</summary>
public sealed class ArgumentTests
{
    private const int Fd = KernelRecording.Fd;
    private const string HolesBytes = "cc 00000000000000 | 2222222222222222 | 33 00000000000000";

    // Without this the tests of padding could not fail.
    [Fact]
    public void A_struct_sent_as_it_is_carries_garbage()
    {
        using var kernel = new KernelRecording(keep: 24);
        Holes holes = Dirty();
        IoctlCall.Invoke(Fd, 0, ref holes);
        kernel.Call.ShouldHold("cc cccccccccccccc | 2222222222222222 | 33 cccccccccccccc");
    }

    [Fact]
    public void No_argument_is_zero()
    {
        using var kernel = new KernelRecording();
        KernelRecording.FromDirtyStack(() => ArgumentCalls.None(Fd));
        kernel.Call.Fd.ShouldBe(Fd);
        kernel.Call.Request.ShouldBe(0x610bul);
        kernel.Call.Argument.ShouldBe(0ul);
    }

    [Fact]
    public void In_sends_a_copy_without_garbage()
    {
        using var kernel = new KernelRecording(keep: 24);
        Holes holes = Dirty();
        KernelRecording.FromDirtyStack(() => ArgumentCalls.In(Fd, in holes));
        kernel.Call.Request.ShouldBe(0x4018610cul);
        kernel.Call.ShouldHold(HolesBytes);
        Bytes(holes).ShouldBe(Bytes(Dirty()), "the caller's struct is the caller's");
    }

    [Fact]
    public void In_ignores_what_the_kernel_writes()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Writes(8, 0xfffful);
        Holes holes = Dirty();
        ArgumentCalls.In(Fd, in holes);
        Bytes(holes).ShouldBe(Bytes(Dirty()));
    }

    [Fact]
    public void Out_begins_as_zero_and_is_what_the_kernel_wrote()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Writes(0, (byte)7).Writes(8, 8ul).Writes(16, (byte)9);
        Holes holes = Dirty();
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Out(Fd, out holes));
        kernel.Call.Request.ShouldBe(0x8018610dul);
        kernel.Call.Bytes.ShouldAllBe(value => value == 0);
        (holes.First, holes.Middle, holes.Last).ShouldBe(((byte)7, 8ul, (byte)9));
    }

    [Fact]
    public void Ref_goes_both_ways()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Writes(8, 8ul);
        Holes holes = Dirty();
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Ref(Fd, ref holes));
        kernel.Call.Request.ShouldBe(0xc018610eul);
        kernel.Call.ShouldHold(HolesBytes);
        (holes.First, holes.Middle, holes.Last).ShouldBe(((byte)0xcc, 8ul, (byte)0x33));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ref_and_out_are_copied_back_on_failure_too(bool isRef)
    {
        using var kernel = new KernelRecording().Fails(Errno.E2BIG).Writes(8, 0x1234ul);
        Holes holes = Dirty();
        if (isRef)
            Should.Throw<IoctlException>(() => ArgumentCalls.Ref(Fd, ref holes)).Error.ShouldBe(Errno.E2BIG);
        else
            Should.Throw<IoctlException>(() => ArgumentCalls.Out(Fd, out holes)).Error.ShouldBe(Errno.E2BIG);
        holes.Middle.ShouldBe(0x1234ul);
    }

    [Theory]
    [InlineData("in")]
    [InlineData("ref")]
    [InlineData("out")]
    public void The_size_is_set_whoever_the_caller_is(string form)
    {
        using var kernel = new KernelRecording(keep: 24);
        Sized sized = DirtyStack.Struct<Sized>();
        KernelRecording.FromDirtyStack(() =>
        {
            switch (form)
            {
                case "in":
                    ArgumentCalls.SizedIn(Fd, in sized);
                    break;
                case "ref":
                    ArgumentCalls.SizedRef(Fd, ref sized);
                    break;
                default:
                    ArgumentCalls.SizedOut(Fd, out sized);
                    break;
            }
        });
        kernel.Call.ShouldHold(form == "out" ? "18000000 | 00000000 | 00000000 | 00000000 | 0000000000000000" : "18000000 | cccccccc | cccccccc | 00000000 | cccccccccccccccc");
    }

    [Fact]
    public void Padding_is_zero_inside_nested_structs_and_arrays_of_structs()
    {
        using var kernel = new KernelRecording(keep: 88);
        Nested nested = DirtyStack.Struct<Nested>();
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Nest(Fd, in nested));
        const string inner = "cc 00000000000000 | cccccccccccccccc | cc 00000000000000";
        kernel.Call.ShouldHold($"cc 00000000000000 | {inner} | {inner} | {inner} | cccc 000000000000");
    }

    [Theory]
    [InlineData("in")]
    [InlineData("ref")]
    [InlineData("out")]
    public void A_large_struct_is_sent_whole(string form)
    {
        using var kernel = new KernelRecording(keep: 1024).Returns(0).Writes(1008, 5ul);
        Large large = DirtyStack.Struct<Large>();
        KernelRecording.FromDirtyStack(() =>
        {
            switch (form)
            {
                case "in":
                    ArgumentCalls.LargeIn(Fd, in large);
                    break;
                case "ref":
                    ArgumentCalls.LargeRef(Fd, ref large);
                    break;
                default:
                    ArgumentCalls.LargeOut(Fd, out large);
                    break;
            }
        });
        string kept = form == "out" ? "00" : "cc";
        kernel.Call.ShouldHold($"00040000 | {Repeat(kept, 1001)} 000000 | {Repeat(kept, 8)} | {Repeat(kept, 2)} 000000000000");
        large.End.ShouldBe(form == "in" ? 0xccccccccccccccccul : 5ul);
    }

    [Fact]
    public void Scalars_go_by_pointer()
    {
        using var kernel = new KernelRecording(keep: 2).Returns(0).Returns(0).Writes(0, 0x0102030405060708ul).Returns(0).Writes(0, Operation.Stop);
        KernelRecording.FromDirtyStack(() => ArgumentCalls.ScalarIn(Fd, -2));
        ulong value = 0xffff;
        ArgumentCalls.ScalarOut(Fd, out value);
        Operation operation = Operation.Start;
        ArgumentCalls.ScalarRef(Fd, ref operation);

        kernel.Calls[0].Request.ShouldBe(0x40046116ul);
        kernel.Calls[0].ShouldHold("feff");
        kernel.Calls[1].Request.ShouldBe(0x80086117ul);
        kernel.Calls[1].ShouldHold("0000");
        value.ShouldBe(0x0102030405060708ul);
        kernel.Calls[2].Request.ShouldBe(0xc0026118ul);
        kernel.Calls[2].ShouldHold("0100");
        operation.ShouldBe(Operation.Stop);
    }

    [Fact]
    public void A_packed_struct_has_no_holes()
    {
        using var kernel = new KernelRecording(keep: 13);
        Packed packed = new() { First = 1, Middle = 2, Last = 3 };
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Pack(Fd, in packed));
        kernel.Call.Request.ShouldBe(0x400d6123ul);
        kernel.Call.ShouldHold("01 | 0200000000000000 | 03000000");
    }

    private static Holes Dirty() => DirtyStack.Struct<Holes>() with { Middle = 0x2222222222222222, Last = 0x33 };

    private static byte[] Bytes<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();

    private static string Repeat(string text, int count) => string.Concat(System.Linq.Enumerable.Repeat(text, count));
}
