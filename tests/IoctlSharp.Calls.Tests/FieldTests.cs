using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>Parameters that are fields, presets, and fields that are results.</summary>
public sealed class FieldTests
{
    private const int Fd = KernelRecording.Fd;

    [Fact]
    public void Parameters_fill_fields_and_the_rest_is_zero()
    {
        using var kernel = new KernelRecording(keep: 24);
        KernelRecording.FromDirtyStack(() => FieldCalls.Value(Fd, 5, Modes.Write));
        kernel.Call.ShouldHold("18000000 | 02000000 | 05000000 | 00000000 | 0000000000000000");
    }

    [Fact]
    public void Preset_bits_join_the_callers()
    {
        using var kernel = new KernelRecording(keep: 24);
        KernelRecording.FromDirtyStack(() => FieldCalls.Preset(Fd, Modes.Write));
        kernel.Call.ShouldHold("18000000 | 13000000 | 00000000 | 00000000 | 0000000000000000");
    }

    [Fact]
    public void A_preset_choice_replaces_the_callers()
    {
        using var kernel = new KernelRecording(keep: 24);
        Chosen chosen = DirtyStack.Struct<Chosen>();
        chosen.Op = Operation.Nothing;
        KernelRecording.FromDirtyStack(() => FieldCalls.PresetOp(Fd, in chosen));
        kernel.Call.ShouldHold("0700 000000000000 | cccccccccccccccc | cccccccc 00000000");
        chosen.Op.ShouldBe(Operation.Nothing);
    }

    [Fact]
    public void Out_parameters_and_the_result_are_read_from_fields()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Writes(4, Modes.Fixed).Writes(16, 9ul).Returns(0).Writes(16, 10ul);
        Modes flags = Modes.Read;
        ulong size = 0;
        KernelRecording.FromDirtyStack(() => FieldCalls.Out(Fd, 3, out size, ref flags));
        kernel.Call.ShouldHold("18000000 | 01000000 | 03000000 | 00000000 | 0000000000000000");
        size.ShouldBe(9ul);
        flags.ShouldBe(Modes.Fixed);
        FieldCalls.Return(Fd, 3).ShouldBe(10ul);
    }

    [Fact]
    public void A_failure_is_thrown_before_fields_are_read()
    {
        using var kernel = new KernelRecording().Fails(Errno.EINVAL).Writes(16, 10ul);
        Should.Throw<IoctlException>(() => FieldCalls.Return(Fd, 3)).Command.Name.ShouldBe("F_RETURN");
    }

    [Fact]
    public void Field_parameters_stand_beside_a_struct_parameter()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Writes(16, 4ul);
        Sized sized = DirtyStack.Struct<Sized>();
        ulong size = 0;
        KernelRecording.FromDirtyStack(() => FieldCalls.OfParameter(Fd, in sized, 6, out size));
        kernel.Call.ShouldHold("18000000 | cccccccc | 06000000 | 00000000 | cccccccccccccccc");
        size.ShouldBe(4ul);
        sized.Index.ShouldBe(0xccccccccu);
    }

    [Fact]
    public void A_handle_writes_its_fd_and_null_writes_minus_one()
    {
        using var kernel = new KernelRecording(keep: 56);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        using var other = new Device(0x40001234, ownsHandle: false);
        KernelRecording.FromDirtyStack(() => FieldCalls.Handle(device, other));
        KernelRecording.FromDirtyStack(() => FieldCalls.Handle(device, null));
        const string before = "38000000 | 00000000 | 0000000000000000 | 0000000000000000 | 0000000000000000 | 00 000000 |";
        kernel.Calls[0].ShouldHold(before + "34120040 | 00000000 00000000 | 0000000000000000");
        kernel.Calls[1].ShouldHold(before + "ffffffff | 00000000 00000000 | 0000000000000000");
    }

    [Fact]
    public void Null_is_refused_where_the_declaration_does_not_allow_it()
    {
        using var kernel = new KernelRecording();
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        Should.Throw<ArgumentNullException>(() => FieldCalls.NeededHandle(device, null!)).ParamName.ShouldBe("other");
        FieldCalls.TryNeededHandle(device, null!).ShouldBe(Errno.EBADF);
        kernel.Calls.ShouldBeEmpty();
        FieldCalls.NeededHandle(device, device);
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void A_closed_handle_in_a_field_is_refused()
    {
        using var kernel = new KernelRecording();
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        var closed = new Device(KernelRecording.NewFd(), ownsHandle: false);
        closed.Dispose();
        Should.Throw<ObjectDisposedException>(() => FieldCalls.Handle(device, closed));
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_span_writes_its_address_and_its_length_in_elements()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 6);
        ushort[] data = [1, 2, 0xffff];
        KernelRecording.FromDirtyStack(() => FieldCalls.Span(Fd, data));
        kernel.Call.Behind[0].ShouldHold("0100 0200 ffff");
        kernel.Call.Bytes.AsSpan(0, 8).ToArray().ShouldHold("38000000 | 03000000");
        kernel.Call.Bytes.AsSpan(16).ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Three_spans_at_once_each_in_its_own_kind_of_pointer()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 2).KeepsBehind(16, 8).KeepsBehind(24, 1)
            .Returns(0).WritesBehind(8, 0, 0xaa, 0xbb);
        byte[] data = [1, 2];
        KernelRecording.FromDirtyStack(() => FieldCalls.Spans(Fd, data, [3, 4], "x"u8));
        kernel.Call.Behind[0].ShouldHold("0102");
        kernel.Call.Behind[1].ShouldHold("03000000 04000000");
        kernel.Call.Behind[2].ShouldHold("78");
        kernel.Call.Bytes.AsSpan(4, 4).ToArray().ShouldHold("02000000");
        kernel.Call.Bytes.AsSpan(32, 4).ToArray().ShouldHold("02 000000");
        data.ShouldBe([0xaa, 0xbb]);
    }

    [Fact]
    public void An_empty_span_is_a_null_pointer()
    {
        using var kernel = new KernelRecording(keep: 56);
        KernelRecording.FromDirtyStack(() => FieldCalls.Spans(Fd, default, default, default));
        kernel.Call.ShouldHold("38000000" + new string('0', 104));
    }

    [Fact]
    public void A_length_that_its_field_cannot_hold_is_refused()
    {
        using var kernel = new KernelRecording();
        uint[] data = new uint[256];
        Should.Throw<ArgumentException>(() => FieldCalls.Spans(Fd, default, data, default)).ParamName.ShouldBe("more");
        kernel.Calls.ShouldBeEmpty();
        FieldCalls.Spans(Fd, default, data.AsSpan(1), default);
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void A_span_stands_beside_a_tail()
    {
        using var kernel = new KernelRecording(keep: 24).KeepsBehind(8, 3);
        KernelRecording.FromDirtyStack(() => FieldCalls.TailAndSpan(Fd, "abc"u8, [7, 8]));
        kernel.Call.Behind[0].ShouldHold("616263");
        kernel.Call.Bytes.AsSpan(0, 8).ToArray().ShouldHold("18000000 03000000");
        kernel.Call.Bytes.AsSpan(16).ToArray().ShouldHold("0200 | 0700 0800 | 0000");
    }

    [Fact]
    public void An_out_handle_owns_the_fd_in_its_field()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Returns(0).Writes(40, fd);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        FieldCalls.OutHandle(device, out Device made);
        made.DangerousGetHandle().ShouldBe(fd);
        made.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void An_out_handle_that_may_be_null_is_null_without_an_fd()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Returns(0).Writes(40, -1).Returns(0).Writes(40, fd);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        FieldCalls.OutHandleOrNone(device, out Device? none);
        none.ShouldBeNull();
        FieldCalls.OutHandleOrNone(device, out Device? made);
        made.ShouldNotBeNull().DangerousGetHandle().ShouldBe(fd);
        made.Dispose();
    }
}
