using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>The forms that throw: what they return, and what they say when they fail.</summary>
public sealed class ResultTests : IDisposable
{
    private readonly Device _device = new(KernelRecording.NewFd(), ownsHandle: false);

    [Fact]
    public void Nothing_is_returned_whatever_the_kernel_returns()
    {
        using var kernel = new KernelRecording().Returns(5).Returns(-4096);
        ResultCalls.Nothing(_device);
        ResultCalls.Nothing(_device);
        kernel.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-4096)]
    public void A_value_is_the_kernels_own(int value)
    {
        using var kernel = new KernelRecording().Returns(value);
        ResultCalls.Int(_device, 1).ShouldBe(value);
    }

    [Fact]
    public void An_enum_is_a_value()
    {
        using var kernel = new KernelRecording().Returns(7);
        ResultCalls.Enum(_device).ShouldBe(Operation.Stop);
    }

    [Fact]
    public void A_struct_is_the_argument_zeroed_and_sized()
    {
        using var kernel = new KernelRecording(keep: 24).Returns(0).Writes(8, 6u).Writes(16, 7ul);
        Sized sized = default;
        KernelRecording.FromDirtyStack(() => sized = ResultCalls.Struct(_device));
        kernel.Call.Request.ShouldBe(0x80187204ul);
        kernel.Call.ShouldHold("18000000" + new string('0', 40));
        (sized.Index, sized.Size).ShouldBe((6u, 7ul));
    }

    [Fact]
    public void A_large_struct_is_the_argument_too()
    {
        using var kernel = new KernelRecording(keep: 1024).Returns(0).Writes(1008, 7ul);
        Large large = default;
        KernelRecording.FromDirtyStack(() => large = ResultCalls.Large(_device));
        kernel.Call.ShouldHold("00040000" + new string('0', 2040));
        large.End.ShouldBe(7ul);
    }

    [Fact]
    public void A_handle_owns_the_new_fd()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Returns(fd).Returns(0);
        Device made = ResultCalls.Handle(_device);
        made.IsInvalid.ShouldBeFalse();
        made.DangerousGetHandle().ShouldBe(fd);
        KernelRecording.Closes(fd).ShouldBe(0);
        made.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);

        var zero = ResultCalls.Handle(_device);
        zero.IsInvalid.ShouldBeFalse("0 is an fd");
        zero.SetHandleAsInvalid();
    }

    [Fact]
    public void A_handle_that_is_not_ours_owns_the_new_fd_too()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Returns(fd);
        using var device = new OtherHandle(KernelRecording.NewFd(), ownsHandle: false);
        OtherHandle made = ResultCalls.Other(device);
        made.DangerousGetHandle().ShouldBe(fd);
        made.Dispose();
        made.Released.ShouldBe(1);
    }

    [Fact]
    public void A_method_says_its_own_meaning_of_an_error_and_others_say_what_it_does_not()
    {
        using var kernel = new KernelRecording().Fails(Errno.EBUSY).Fails(Errno.EBUSY).Fails(Errno.EPERM).Fails(Errno.EBUSY);
        Should.Throw<IoctlException>(() => ResultCalls.MeantOnce(_device)).Meaning.ShouldBe("one says");
        Should.Throw<IoctlException>(() => ResultCalls.MeantOtherwise(_device, 1)).Meaning.ShouldBe("the other says");
        Should.Throw<IoctlException>(() => ResultCalls.MeantOtherwise(_device, 1)).Meaning.ShouldBe("both mean");
        Should.Throw<IoctlException>(() => ResultCalls.MeantByOthers(_device, 1)).Meaning.ShouldBe("one says");
    }

    [Fact]
    public void A_failure_says_which_command_which_error_and_what_it_means()
    {
        using var kernel = new KernelRecording().Fails(Errno.EBUSY).Fails(Errno.EPERM).Fails(Errno.EBUSY);
        IoctlException failure = Should.Throw<IoctlException>(() => ResultCalls.Nothing(_device));
        failure.Message.ShouldBe("R_VOID (0x7201) failed with EBUSY (16, Device or resource busy): somebody else has it.");
        (failure.Error, failure.Command, failure.Meaning).ShouldBe((Errno.EBUSY, ResultCalls.Commands.R_VOID, "somebody else has it"));
        Should.Throw<IoctlException>(() => ResultCalls.Nothing(_device)).Meaning.ShouldBeNull();
        Should.Throw<IoctlException>(() => ResultCalls.Int(_device, 1)).Meaning.ShouldBeNull("that is another command");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(133)]
    [InlineData(512)]
    [InlineData(4095)]
    public void Every_error_number_is_an_error(int number)
    {
        using var kernel = new KernelRecording().Fails((Errno)number).Fails((Errno)number).Fails((Errno)number);
        ((int)Should.Throw<IoctlException>(() => ResultCalls.Int(_device, 1)).Error).ShouldBe(number);
        ((int)Should.Throw<IoctlException>(() => ResultCalls.Handle(_device)).Error).ShouldBe(number);
        ((int)Should.Throw<IoctlException>(() => ResultCalls.Struct(_device)).Error).ShouldBe(number);
    }

    [Fact]
    public void A_failed_call_makes_no_handle()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Fails(Errno.ENODEV).Fails(Errno.ENODEV).Writes(40, fd);
        Should.Throw<IoctlException>(() => ResultCalls.Handle(_device));
        Should.Throw<IoctlException>(() => FieldCalls.OutHandle(_device, out _));
        Collect();
        KernelRecording.Closes(fd).ShouldBe(0, "what a failed call left in the field is nobody's fd");
    }

    [Fact]
    public void EINTR_is_retried_where_the_declaration_says_so()
    {
        using var kernel = new KernelRecording(keep: 24).Fails(Errno.EINTR).Writes(8, 9u).Fails(Errno.EINTR).Returns(3);
        int value = 0;
        KernelRecording.FromDirtyStack(() => value = ResultCalls.Retry(_device, new Sized { Index = 4 }));
        value.ShouldBe(3);
        kernel.Calls.Count.ShouldBe(3);
        kernel.Calls[0].ShouldHold("18000000 | 00000000 | 04000000 | 00000000 | 0000000000000000");
    }

    [Fact]
    public void A_retried_call_ends_with_the_first_other_answer()
    {
        using var kernel = new KernelRecording().Fails(Errno.EINTR).Fails(Errno.EAGAIN).Fails(Errno.EINTR).Returns(0).Writes(16, 8ul);
        Should.Throw<IoctlException>(() => ResultCalls.Retry(_device, default)).Error.ShouldBe(Errno.EAGAIN);
        ResultCalls.FieldRetry(_device, out ulong size);
        size.ShouldBe(8ul);
        kernel.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public void EINTR_is_an_error_everywhere_else()
    {
        using var kernel = new KernelRecording().Fails(Errno.EINTR);
        Should.Throw<IoctlException>(() => ResultCalls.Nothing(_device)).Error.ShouldBe(Errno.EINTR);
        kernel.Calls.Count.ShouldBe(1);
    }

    public void Dispose() => _device.Dispose();

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
