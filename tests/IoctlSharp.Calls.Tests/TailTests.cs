using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>What stands behind a struct, and the size and count that follow from it.</summary>
public sealed class TailTests
{
    private const int Fd = KernelRecording.Fd;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    public void Size_and_count_follow_the_tail(int count)
    {
        int size = 12 + (count * 4);
        using var kernel = new KernelRecording(keep: size);
        int[] items = new int[count];
        Array.Fill(items, -2);
        Listed listed = DirtyStack.Struct<Listed>();
        KernelRecording.FromDirtyStack(() => TailCalls.In(Fd, in listed, items));
        kernel.Call.Bytes.AsSpan(0, 12).ToArray().ShouldBe([.. BitConverter.GetBytes(size), 0xcc, 0xcc, 0xcc, 0xcc, .. BitConverter.GetBytes(count)]);
        for (int i = 0; i < count; i++)
            BitConverter.ToInt32(kernel.Call.Bytes, 12 + (i * 4)).ShouldBe(-2);
    }

    [Fact]
    public void Without_a_tail_parameter_the_struct_says_that_it_has_none()
    {
        using var kernel = new KernelRecording(keep: 12);
        KernelRecording.FromDirtyStack(() => TailCalls.None(Fd, new Listed { Flags = Modes.Write }));
        kernel.Call.Request.ShouldBe(0x400c740eul);
        kernel.Call.ShouldHold("0c000000 | 02000000 | 00000000");
    }

    [Fact]
    public void What_the_kernel_writes_into_a_writable_tail_is_copied_back()
    {
        using var kernel = new KernelRecording(keep: 20).Returns(0).Writes(16, 99);
        int[] items = [1, 2];
        KernelRecording.FromDirtyStack(() => TailCalls.Out(Fd, Modes.Read, items));
        kernel.Call.ShouldHold("14000000 | 01000000 | 02000000 | 01000000 02000000");
        items.ShouldBe([1, 99]);
    }

    [Fact]
    public void A_ref_struct_and_its_tail_are_copied_back_on_failure_too()
    {
        using var kernel = new KernelRecording(keep: 20).Fails(Errno.EIO).Writes(4, Modes.Fixed).Writes(12, 98);
        int[] items = [1, 2];
        Listed listed = new() { Flags = Modes.Read };
        Should.Throw<IoctlException>(() => TailCalls.Ref(Fd, ref listed, items)).Error.ShouldBe(Errno.EIO);
        items.ShouldBe([98, 2]);
        listed.Flags.ShouldBe(Modes.Fixed);
    }

    [Theory]
    [InlineData(0, "cccccccccccccccc | 00000000 | 00000000")]
    [InlineData(1, "cccccccccccccccc | 01000000 | 05000000")]
    [InlineData(2, "cccccccccccccccc | 02000000 | 05000000 | 06000000")]
    public void A_tail_may_begin_in_the_structs_padding(int count, string expected)
    {
        using var kernel = new KernelRecording(keep: count == 2 ? 20 : 16);
        Overlapped overlapped = DirtyStack.Struct<Overlapped>();
        uint[] items = [5, 6];
        KernelRecording.FromDirtyStack(() => TailCalls.Overlap(Fd, in overlapped, items.AsSpan(0, count)));
        kernel.Call.ShouldHold(expected);
    }

    [Fact]
    public void One_struct_is_a_tail_and_its_padding_is_zero()
    {
        using var kernel = new KernelRecording(keep: 36).Returns(0).Returns(0).Writes(20, 77ul).Returns(0).Writes(20, 78ul);
        Data data = DirtyStack.Struct<Data>();
        Holes holes = DirtyStack.Struct<Holes>();
        Holes made = DirtyStack.Struct<Holes>();
        KernelRecording.FromDirtyStack(() => TailCalls.SingleIn(Fd, in data, in holes));
        KernelRecording.FromDirtyStack(() => TailCalls.SingleOut(Fd, in data, out made));
        KernelRecording.FromDirtyStack(() => TailCalls.SingleRef(Fd, ref data, ref holes));

        const string filled = "24000000 | cccccccc | 01000000 | cc 00000000000000 | cccccccccccccccc | cc 00000000000000";
        kernel.Calls[0].ShouldHold(filled);
        kernel.Calls[1].ShouldHold("24000000 | cccccccc | 01000000" + new string('0', 48));
        made.Middle.ShouldBe(77ul);
        kernel.Calls[2].ShouldHold(filled);
        holes.Middle.ShouldBe(78ul);
    }

    [Fact]
    public void A_tail_of_bytes_takes_any_element_and_counts_elements()
    {
        using var kernel = new KernelRecording(keep: 20);
        KernelRecording.FromDirtyStack(() => TailCalls.Bytes(Fd, new Data { Flags = Modes.Read }, [1, 0xffffffff]));
        kernel.Call.ShouldHold("14000000 | 01000000 | 02000000 | 01000000 ffffffff");
    }

    [Fact]
    public void Structs_stand_behind_a_tail_of_bytes_wherever_that_begins()
    {
        using var kernel = new KernelRecording(keep: 44);
        KernelRecording.FromDirtyStack(() => TailCalls.Structs(Fd, default, [new() { Start = 1, Length = 2 }, new() { Start = 3, Flags = Modes.Write }]));
        kernel.Call.ShouldHold("2c000000 | 00000000 | 02000000 | 0100000000000000 02000000 00000000 | 0300000000000000 00000000 02000000");
    }

    [Fact]
    public void Handles_are_sent_as_fds()
    {
        using var kernel = new KernelRecording(keep: 24);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        using var first = new Device(0x40000102, ownsHandle: false);
        using var third = new Device(0, ownsHandle: false);
        KernelRecording.FromDirtyStack(() => TailCalls.Handles(device, first, null, third));
        kernel.Call.ShouldHold("18000000 | 10000000 | 03000000 | 02010040 ffffffff 00000000");
    }

    [Fact]
    public void Handles_behind_a_tail_of_bytes_are_fds_too()
    {
        using var kernel = new KernelRecording(keep: 16);
        using var device = new Device(0x40000102, ownsHandle: false);
        KernelRecording.FromDirtyStack(() => TailCalls.HandlesInBytes(device, default, [device]));
        kernel.Call.ShouldHold("10000000 | 00000000 | 01000000 | 02010040");
    }

    [Fact]
    public void A_closed_handle_among_many_is_named_and_the_others_are_released()
    {
        using var kernel = new KernelRecording();
        int fd = KernelRecording.NewFd();
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        var open = new Device(fd, ownsHandle: true);
        var closed = new Device(KernelRecording.NewFd(), ownsHandle: true);
        closed.Dispose();
        Should.Throw<ObjectDisposedException>(() => TailCalls.Handles(device, open, closed)).ObjectName.ShouldBe("devices[1]");
        kernel.Calls.ShouldBeEmpty();
        open.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void No_handles_are_no_tail()
    {
        using var kernel = new KernelRecording(keep: 12);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        KernelRecording.FromDirtyStack(() => TailCalls.Handles(device));
        kernel.Call.ShouldHold("0c000000 | 10000000 | 00000000");
    }

    [Fact]
    public void A_count_that_its_field_cannot_hold_is_refused()
    {
        using var kernel = new KernelRecording(keep: 257);
        byte[] items = new byte[256];
        Should.Throw<ArgumentException>(() => TailCalls.Small(Fd, default, items)).ParamName.ShouldBe("items");
        kernel.Calls.ShouldBeEmpty();
        KernelRecording.FromDirtyStack(() => TailCalls.Small(Fd, new SmallCount { Kind = 9 }, items.AsSpan(1)));
        kernel.Call.ShouldHold("09 ff" + new string('0', 510));
    }

    [Fact]
    public void A_large_struct_with_a_tail_is_sent_whole()
    {
        using var kernel = new KernelRecording(keep: 608 + 16);
        LargeListed large = DirtyStack.Struct<LargeListed>();
        KernelRecording.FromDirtyStack(() => TailCalls.Large(Fd, in large, [1, 2]));
        kernel.Call.Bytes.AsSpan(0, 4).ToArray().ShouldHold("70020000");
        kernel.Call.Bytes.AsSpan(4, 600).ToArray().ShouldAllBe(value => value == DirtyStack.Garbage);
        kernel.Call.Bytes.AsSpan(604).ToArray().ShouldHold("02000000 | 0100000000000000 0200000000000000");
    }

    [Fact]
    public void A_length_that_overflows_is_refused()
    {
        using var kernel = new KernelRecording();
        // Nothing reads the elements: the length alone is refused.
        Should.Throw<ArgumentException>(() => TailCalls.Structs(Fd, default, Endless<Extent>()));
        Should.Throw<ArgumentException>(() => TailCalls.Large(Fd, default, Endless<ulong>()));
        kernel.Calls.ShouldBeEmpty();
    }

    private static ReadOnlySpan<T> Endless<T>()
        where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref System.Runtime.CompilerServices.Unsafe.NullRef<T>(), int.MaxValue);
}
