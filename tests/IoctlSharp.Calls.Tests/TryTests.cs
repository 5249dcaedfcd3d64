using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>The forms that return the error: nothing that a caller can do makes them throw.</summary>
public sealed class TryTests : IDisposable
{
    private readonly Device _device = new(KernelRecording.NewFd(), ownsHandle: false);
    private readonly Device _closed = new(KernelRecording.NewFd(), ownsHandle: false);

    public TryTests() => _closed.Dispose();

    [Fact]
    public void Success_is_no_error_and_the_value_stands_apart()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Returns(42).Returns(7);
        TryCalls.Nothing(_device).ShouldBe(Errno.None);
        int value = 0;
        Errno error = Errno.EIO;
        KernelRecording.FromDirtyStack(() => error = TryCalls.Value(_device, new Sized { Index = 3 }, out value));
        (error, value).ShouldBe((Errno.None, 42));
        kernel.Calls[1].ShouldHold("18000000 | 00000000 | 03000000 | 00000000 | 0000000000000000");
        TryCalls.Enum(_device, out Operation operation).ShouldBe(Errno.None);
        operation.ShouldBe(Operation.Stop);
    }

    [Fact]
    public void A_failure_is_the_error_and_outputs_are_default()
    {
        using var kernel = new KernelRecording().Fails(Errno.EBUSY).Fails(Errno.ENOTTY).Fails(Errno.EPERM).Fails(Errno.ENOENT).Fails(Errno.EFAULT);
        TryCalls.Nothing(_device).ShouldBe(Errno.EBUSY);
        int value = 5;
        TryCalls.Value(_device, default, out value).ShouldBe(Errno.ENOTTY);
        value.ShouldBe(0);
        TryCalls.Handle(_device, out Device made).ShouldBe(Errno.EPERM);
        made.IsInvalid.ShouldBeTrue();
        TryCalls.Buffer(_device, 1, out KernelBuffer<Answer> buffer).ShouldBe(Errno.ENOENT);
        buffer.Length.ShouldBe(0);
        TryCalls.Enum(_device, out Operation operation).ShouldBe(Errno.EFAULT);
        operation.ShouldBe(Operation.Nothing);
    }

    [Fact]
    public void A_struct_that_the_kernel_filled_before_it_failed_is_handed_out()
    {
        using var kernel = new KernelRecording(keep: 24).Fails(Errno.E2BIG).Writes(16, 8ul).Fails(Errno.EIO).Writes(8, 9ul);
        Sized sized = default;
        KernelRecording.FromDirtyStack(() => TryCalls.Out(_device, out sized).ShouldBe(Errno.E2BIG));
        sized.Size.ShouldBe(8ul);
        Holes holes = default;
        TryCalls.ByFd(KernelRecording.Fd, ref holes).ShouldBe(Errno.EIO);
        holes.Middle.ShouldBe(9ul);
    }

    [Fact]
    public void A_handle_is_made()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Returns(fd);
        TryCalls.Handle(_device, out Device made).ShouldBe(Errno.None);
        made.DangerousGetHandle().ShouldBe(fd);
        made.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void A_buffer_is_made()
    {
        using var kernel = new KernelRecording().Plays(Protocol.BySize(0, 16, 24));
        TryCalls.Buffer(_device, 1, out KernelBuffer<Answer> buffer).ShouldBe(Errno.None);
        buffer.Bytes.Slice(16).ToArray().ShouldHold("1011121314151617");
    }

    [Fact]
    public void Fields_are_read_and_handles_in_fields_made()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 56).Returns(0).Writes(48, 6ul).Writes(40, fd).Returns(0).Writes(40, -1).Fails(Errno.EIO).Writes(40, fd).Writes(48, 7ul);
        TryCalls.Field(_device, null, out ulong result, out Device? made).ShouldBe(Errno.None);
        result.ShouldBe(6ul);
        made.ShouldNotBeNull().DangerousGetHandle().ShouldBe(fd);
        made.Dispose();
        TryCalls.Field(_device, null, out _, out made).ShouldBe(Errno.None);
        made.ShouldBeNull();
        TryCalls.Field(_device, _device, out _, out made).ShouldBe(Errno.EIO);
        (made?.IsInvalid ?? true).ShouldBeTrue("a failed call makes no handle");
        kernel.Calls[2].Bytes.AsSpan(36, 4).ToArray().ShouldBe(BitConverter.GetBytes((int)_device.DangerousGetHandle()));
    }

    [Fact]
    public void Null_and_closed_files_are_EBADF()
    {
        using var kernel = new KernelRecording();
        foreach (Device? device in new[] { null, _closed })
        {
            TryCalls.Nothing(device!).ShouldBe(Errno.EBADF);
            TryCalls.Value(device!, default, out _).ShouldBe(Errno.EBADF);
            TryCalls.Handle(device!, out _).ShouldBe(Errno.EBADF);
            TryCalls.Buffer(device!, 1, out _).ShouldBe(Errno.EBADF);
            TryCalls.Out(device!, out _).ShouldBe(Errno.EBADF);
            TryCalls.Argument(device!, _device).ShouldBe(Errno.EBADF);
            TryCalls.Argument(_device, device!).ShouldBe(Errno.EBADF);
            TryCalls.ArgumentPointer(_device, device!).ShouldBe(Errno.EBADF);
            TryCalls.Retry(device!).ShouldBe(Errno.EBADF);
        }

        TryCalls.Field(_device, _closed, out _, out _).ShouldBe(Errno.EBADF);
        Listed listed = default;
        TryCalls.Tail(_device, ref listed, [_device, null, _closed]).ShouldBe(Errno.EBADF);
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_sent_is_EINVAL()
    {
        using var kernel = new KernelRecording();
        TryCalls.Text(_device, null!).ShouldBe(Errno.EINVAL);
        TryCalls.Text(_device, "a\0b").ShouldBe(Errno.EINVAL);
        TryCalls.Text(_device, "\udc00").ShouldBe(Errno.EINVAL);
        TryCalls.TextBytes(_device, "a\0b"u8).ShouldBe(Errno.EINVAL);
        TryCalls.Span(_device, new uint[0x1000]).ShouldBe(Errno.EINVAL);
        TryCalls.Number(_device, 56).ShouldBe(Errno.EINVAL);
        TryCalls.SpanField(_device, new byte[256]).ShouldBe(Errno.EINVAL);
        TryCalls.Small(_device, default, new byte[256]).ShouldBe(Errno.EINVAL);
        kernel.Calls.ShouldBeEmpty();

        TryCalls.Text(_device, "").ShouldBe(Errno.None);
        TryCalls.TextBytes(_device, "a\0"u8).ShouldBe(Errno.None);
        TryCalls.Span(_device, new uint[0xfff]).ShouldBe(Errno.None);
        TryCalls.Number(_device, 55).ShouldBe(Errno.None);
        TryCalls.SpanField(_device, new byte[255]).ShouldBe(Errno.None);
        TryCalls.Small(_device, default, new byte[255]).ShouldBe(Errno.None);
        kernel.Calls.Count.ShouldBe(6);
    }

    [Fact]
    public void A_tail_of_handles_is_sent()
    {
        using var kernel = new KernelRecording(keep: 20);
        using var other = new Device(0x40000102, ownsHandle: false);
        Listed listed = DirtyStack.Struct<Listed>();
        KernelRecording.FromDirtyStack(() => TryCalls.Tail(_device, ref listed, [other, null]));
        kernel.Call.ShouldHold("14000000 | cccccccc | 02000000 | 02010040 ffffffff");
    }

    [Fact]
    public void EINTR_is_retried_where_the_declaration_says_so()
    {
        using var kernel = new KernelRecording().Fails(Errno.EINTR).Returns(0).Fails(Errno.EINTR);
        TryCalls.Retry(_device).ShouldBe(Errno.None);
        TryCalls.Nothing(_device).ShouldBe(Errno.EINTR);
    }

    public void Dispose() => _device.Dispose();
}
