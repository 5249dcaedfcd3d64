using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>A struct that stands behind the argument: its fields as parameters and results, and its own tail.</summary>
public sealed class TailStructTests : IDisposable
{
    private const int Fd = KernelRecording.Fd;
    private const int HeadSize = 8;

    private readonly Device _device = new(KernelRecording.NewFd(), ownsHandle: false);
    private readonly Device _closed = new(KernelRecording.NewFd(), ownsHandle: false);

    public TailStructTests() => _closed.Dispose();

    [Fact]
    public void Parameters_and_presets_fill_fields_of_both_structs_and_the_rest_is_zero()
    {
        using var kernel = new KernelRecording(keep: 56);
        using var other = new Device(0x40001234, ownsHandle: false);
        KernelRecording.FromDirtyStack(() => TailStructCalls.Fields(_device, 5, other, 9));
        KernelRecording.FromDirtyStack(() => TailStructCalls.Fields(_device, 5, null, 9));
        kernel.Calls[0].ShouldHold("38000000 | 02000000 | 05 000000 | 34120040 | 0000000000000000 | 0900000000000000 0000000000000000 07000000 00000000 | 0000 000000000000");
        kernel.Calls[1].Bytes.AsSpan(HeadSize + 4, 4).ToArray().ShouldHold("ffffffff");
    }

    [Fact]
    public void A_closed_handle_in_a_field_is_refused()
    {
        using var kernel = new KernelRecording();
        Should.Throw<ObjectDisposedException>(() => TailStructCalls.Fields(_device, 5, _closed, 9));
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_span_writes_its_address_and_length_to_a_nested_struct_of_the_tail()
    {
        const int data = HeadSize + 24;
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(data, 6).Returns(0).WritesBehind(data, 2, 0xaa, 0xbb);
        ushort[] words = [1, 2, 3];
        KernelRecording.FromDirtyStack(() => TailStructCalls.Span(Fd, words, Modes.Read));
        kernel.Call.Behind[0].ShouldHold("0100 0200 0300");
        byte[] bytes = kernel.Call.Bytes;
        bytes.AsSpan(0, data).ToArray().ShouldHold("38000000 | 01000000 | 00000000 00000000 0000000000000000 | 0000000000000000");
        bytes.AsSpan(data + 8).ToArray().ShouldHold("03000000 00000000 | 0000 000000000000");
        words.ShouldBe([1, 0xbbaa, 3]);
    }

    [Fact]
    public void A_struct_by_reference_is_pointed_to_from_the_tail()
    {
        const int data = HeadSize + 24;
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(data, 24).Returns(0).WritesBehind(data, 8, 5);
        Holes holes = DirtyStack.Struct<Holes>();
        KernelRecording.FromDirtyStack(() => TailStructCalls.Pointer(Fd, ref holes));
        kernel.Call.Behind[0].ShouldHold("cc 00000000000000 | cccccccccccccccc | cc 00000000000000");
        kernel.Call.Bytes.AsSpan(HeadSize + 16, 8).ToArray().ShouldHold("1800000000000000");
        kernel.Call.Bytes.AsSpan(data + 8).ToArray().ShouldHold("18000000 00000000 | 0000 000000000000");
        holes.Middle.ShouldBe(0xcccccccccccccc05ul);
    }

    [Fact]
    public void Fields_of_the_tail_say_how_long_a_span_must_be()
    {
        using var kernel = new KernelRecording();
        Behind behind = new() { PageSize = 0x1000, Spot = new Spot { Size = 0x41000 } };
        byte[] bitmap = new byte[16];
        Should.Throw<ArgumentException>(() => TailStructCalls.Bitmap(Fd, default, in behind, bitmap.AsSpan(1))).ParamName.ShouldBe("bitmap");
        kernel.Calls.ShouldBeEmpty();
        TailStructCalls.Bitmap(Fd, default, in behind, bitmap);
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void Outputs_and_the_result_are_read_from_fields_of_the_tail()
    {
        using var kernel = new KernelRecording(keep: 56).Returns(0).Writes(HeadSize, (byte)6).Writes(HeadSize + 8, 0x2000ul).Writes(HeadSize + 16, 3ul);
        ulong size = 0;
        ulong chosen = 0;
        byte kind = 4;
        KernelRecording.FromDirtyStack(() => chosen = TailStructCalls.Out(Fd, 0x1000, out size, ref kind));
        kernel.Call.ShouldHold("38000000 | 00000000 | 04 000000 | 00000000 | 0010000000000000 | 0000000000000000 0000000000000000 00000000 00000000 | 0000 000000000000");
        (chosen, size, kind).ShouldBe((0x2000ul, 3ul, (byte)6));
    }

    [Fact]
    public void What_the_kernel_wrote_before_it_failed_is_handed_out()
    {
        using var kernel = new KernelRecording().Fails(Errno.EIO).Writes(HeadSize, (byte)6).Writes(HeadSize + 16, 3ul);
        ulong size = 0;
        byte kind = 4;
        Should.Throw<IoctlException>(() => TailStructCalls.Out(Fd, 0x1000, out size, ref kind)).Error.ShouldBe(Errno.EIO);
        (size, kind).ShouldBe((3ul, (byte)6));
    }

    [Fact]
    public void The_result_is_the_struct_in_the_tail()
    {
        using var kernel = new KernelRecording(keep: 56).Returns(0).Writes(HeadSize + 8, 0x1000ul);
        Behind behind = default;
        KernelRecording.FromDirtyStack(() => behind = TailStructCalls.Return(Fd, 5));
        kernel.Call.ShouldHold("38000000 | 01000000 | 05 " + new string('0', 94));
        (behind.Kind, behind.PageSize).ShouldBe(((byte)5, 0x1000ul));
    }

    [Fact]
    public void A_handle_that_is_returned_owns_the_fd_in_the_tail()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 56).Returns(0).Writes(HeadSize + 4, fd).Returns(0);
        Device? made = null;
        KernelRecording.FromDirtyStack(() => made = TailStructCalls.ReturnHandle(_device));
        kernel.Call.Bytes.AsSpan(0, 16).ToArray().ShouldHold("38000000 | 00000000 | 00000000 | ffffffff");
        KernelRecording.Closes(fd).ShouldBe(0);
        made!.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
        TailStructCalls.ReturnHandle(_device).ShouldBeNull();
    }

    [Fact]
    public void An_out_handle_owns_the_fd_in_the_tail()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 56).Returns(0).Writes(HeadSize + 4, fd);
        Device? made = null;
        KernelRecording.FromDirtyStack(() =>
        {
            TailStructCalls.OutHandle(_device, out Device device);
            made = device;
        });
        kernel.Call.Bytes.AsSpan(HeadSize).ToArray().ShouldAllBe(value => value == 0);
        made!.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void A_failure_makes_no_handle()
    {
        using var kernel = new KernelRecording().Fails(Errno.EBUSY).Fails(Errno.EBUSY);
        Should.Throw<IoctlException>(() => TailStructCalls.ReturnHandle(_device));
        TailStructCalls.TryHandle(_device, out Device? made).ShouldBe(Errno.EBUSY);
        made!.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void A_struct_that_is_a_parameter_has_zero_padding_and_is_copied_back_on_failure_too()
    {
        using var kernel = new KernelRecording(keep: 56).Fails(Errno.EIO).Writes(HeadSize + 8, 1ul);
        Featured featured = DirtyStack.Struct<Featured>();
        Behind behind = DirtyStack.Struct<Behind>();
        KernelRecording.FromDirtyStack(() => Should.Throw<IoctlException>(() => TailStructCalls.Parameter(Fd, in featured, ref behind, 5)));
        kernel.Call.ShouldHold("38000000 | cccccccc | 05 000000 | cccccccc | cccccccccccccccc | cccccccccccccccc cccccccccccccccc cccccccc 00000000 | cccc 000000000000");
        (behind.Kind, behind.PageSize).ShouldBe(((byte)5, 1ul));
    }

    [Theory]
    [InlineData(0, "38000000", "0000 0000 | 00000000")]
    [InlineData(1, "38000000", "0100 0000 | 06000000")]
    [InlineData(2, "3c000000", "0200 0000 | 06000000 07000000")]
    public void Elements_stand_behind_the_struct_in_the_tail_and_its_count_follows(int count, string size, string end)
    {
        using var kernel = new KernelRecording(keep: count == 2 ? 60 : 56);
        uint[] items = [6, 7];
        KernelRecording.FromDirtyStack(() => TailStructCalls.Items(Fd, 5, items.AsSpan(0, count)));
        kernel.Call.ShouldHold(size + "00000000 | 05 " + new string('0', 78) + end);
    }

    [Fact]
    public void Many_elements_are_sent_whole()
    {
        using var kernel = new KernelRecording(keep: HeadSize + 44 + 4000);
        uint[] items = new uint[1000];
        Array.Fill(items, 0xfeu);
        KernelRecording.FromDirtyStack(() => TailStructCalls.Items(Fd, 5, items));
        kernel.Call.Bytes.AsSpan(0, 4).ToArray().ShouldHold("d40f0000");
        kernel.Call.Bytes.AsSpan(HeadSize + 40, 8).ToArray().ShouldHold("e803 0000 fe000000");
        kernel.Call.Bytes.AsSpan(HeadSize + 44 + 3996).ToArray().ShouldHold("fe000000");
    }

    [Fact]
    public void A_writable_tail_of_the_tail_is_copied_back()
    {
        using var kernel = new KernelRecording(keep: 60).Returns(0).Writes(HeadSize + 8, 9ul).Writes(HeadSize + 48, 99u);
        uint[] items = [6, 7];
        Behind behind = default;
        KernelRecording.FromDirtyStack(() => behind = TailStructCalls.ItemsOut(Fd, new Featured { Flags = Modes.Read }, items));
        kernel.Call.ShouldHold("3c000000 | 01000000 |" + new string('0', 80) + "0200 0000 | 06000000 07000000");
        behind.PageSize.ShouldBe(9ul);
        items.ShouldBe([6u, 99u]);
    }

    [Fact]
    public void Handles_behind_the_struct_in_the_tail_are_fds()
    {
        using var kernel = new KernelRecording(keep: 60);
        using var first = new Device(0x40000102, ownsHandle: false);
        KernelRecording.FromDirtyStack(() => TailStructCalls.Handles(_device, first, null));
        kernel.Call.Bytes.AsSpan(HeadSize + 40).ToArray().ShouldHold("0200 0000 | 02010040 ffffffff");
        Should.Throw<ObjectDisposedException>(() => TailStructCalls.Handles(_device, first, _closed)).ObjectName.ShouldBe("devices[1]");
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void Both_sizes_say_what_follows_and_a_third_struct_has_no_garbage()
    {
        using var kernel = new KernelRecording(keep: 44).Returns(0).Writes(28, 5ul);
        Holes holes = DirtyStack.Struct<Holes>();
        KernelRecording.FromDirtyStack(() => TailStructCalls.Struct(Fd, Modes.Write, ref holes));
        kernel.Call.ShouldHold("2c000000 | 00000000 | 24000000 02000000 01000000 | cc 00000000000000 | cccccccccccccccc | cc 00000000000000");
        holes.Middle.ShouldBe(5ul);
    }

    [Fact]
    public void The_arguments_own_count_says_that_one_struct_follows()
    {
        using var kernel = new KernelRecording(keep: 16);
        KernelRecording.FromDirtyStack(() => TailStructCalls.Counted(Fd, 9));
        kernel.Call.ShouldHold("10000000 | 00000000 | 01000000 | 09000000");
    }

    [Fact]
    public void The_struct_in_the_tail_may_begin_in_the_arguments_padding()
    {
        using var kernel = new KernelRecording(keep: 16);
        KernelRecording.FromDirtyStack(() => TailStructCalls.Overlap(Fd, 9));
        kernel.Call.ShouldHold("0000000000000000 | 01000000 | 09000000");
    }

    [Fact]
    public void A_count_that_its_field_cannot_hold_is_refused()
    {
        using var kernel = new KernelRecording(keep: HeadSize + 2 + 255);
        byte[] items = new byte[256];
        Should.Throw<ArgumentException>(() => TailStructCalls.Small(Fd, items)).ParamName.ShouldBe("items");
        TailStructCalls.TrySmall(Fd, items).ShouldBe(Errno.EINVAL);
        kernel.Calls.ShouldBeEmpty();
        KernelRecording.FromDirtyStack(() => TailStructCalls.Small(Fd, items.AsSpan(1)));
        kernel.Call.Bytes.AsSpan(0, HeadSize + 2).ToArray().ShouldHold("09010000 00000000 | 00 ff");
    }

    [Fact]
    public void Nested_fields_of_the_argument_are_reached_too()
    {
        using var kernel = new KernelRecording(keep: 48).KeepsBehind(24, 2).Returns(0).Writes(16, 4ul);
        Behind behind = DirtyStack.Struct<Behind>();
        ulong size = 0;
        byte[] data = [1, 2];
        KernelRecording.FromDirtyStack(() => TailStructCalls.Nested(Fd, in behind, data, out size));
        kernel.Call.Behind[0].ShouldHold("0102");
        kernel.Call.Bytes.AsSpan(0, 24).ToArray().ShouldHold("cc 000000 | cccccccc | cccccccccccccccc | cccccccccccccccc");
        kernel.Call.Bytes.AsSpan(32).ToArray().ShouldHold("02000000 00000000 | cccc 000000000000");
        size.ShouldBe(4ul);
    }

    [Fact]
    public void A_form_that_never_throws_says_what_is_wrong()
    {
        using var kernel = new KernelRecording(keep: 60).Fails(Errno.EPERM).Writes(HeadSize + 16, 4ul);
        TailStructCalls.Try(_device, _closed, out _, default).ShouldBe(Errno.EBADF);
        TailStructCalls.Try(_device, null, out ulong size, [_device, _closed]).ShouldBe(Errno.EBADF);
        size.ShouldBe(0ul);
        kernel.Calls.ShouldBeEmpty();
        KernelRecording.FromDirtyStack(() => TailStructCalls.Try(_device, null, out size, [null]).ShouldBe(Errno.EPERM));
        kernel.Call.Bytes.AsSpan(0, 16).ToArray().ShouldHold("38000000 | 00000000 | 00000000 | ffffffff");
        kernel.Call.Bytes.AsSpan(48, 8).ToArray().ShouldHold("0100 0000 ffffffff");
        size.ShouldBe(4ul);
    }

    public void Dispose() => _device.Dispose();
}
