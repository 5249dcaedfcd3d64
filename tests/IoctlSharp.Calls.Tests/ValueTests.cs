using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>Arguments that are the integer themselves, handles among them, and the numbers of commands.</summary>
public sealed class ValueTests
{
    private const int Fd = KernelRecording.Fd;

    [Fact]
    public void An_int_is_extended_with_its_sign_as_C_does()
    {
        using var kernel = new KernelRecording();
        ArgumentCalls.Int(Fd, -2);
        ArgumentCalls.Int(Fd, int.MaxValue);
        kernel.Calls[0].Argument.ShouldBe(0xfffffffffffffffeul);
        kernel.Calls[1].Argument.ShouldBe(0x7ffffffful);
    }

    [Fact]
    public void Other_integers_are_sent_as_they_are()
    {
        using var kernel = new KernelRecording();
        ArgumentCalls.UInt(Fd, uint.MaxValue);
        ArgumentCalls.NUInt(Fd, nuint.MaxValue);
        ArgumentCalls.NInt(Fd, -3);
        ArgumentCalls.Enum(Fd, Operation.Stop);
        kernel.Calls[0].Argument.ShouldBe(0xfffffffful);
        kernel.Calls[1].Argument.ShouldBe(ulong.MaxValue);
        kernel.Calls[2].Argument.ShouldBe(unchecked((ulong)-3L));
        kernel.Calls[3].Argument.ShouldBe(7ul);
    }

    [Fact]
    public void A_handle_is_its_fd_by_value_or_by_pointer()
    {
        using var kernel = new KernelRecording();
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        using var other = new Device(KernelRecording.NewFd(), ownsHandle: false);
        int fd = (int)other.DangerousGetHandle();

        ArgumentCalls.Handle(device, other);
        kernel.Call.Fd.ShouldBe((int)device.DangerousGetHandle());
        kernel.Call.Argument.ShouldBe((ulong)fd);

        using var second = new KernelRecording(keep: 4);
        KernelRecording.FromDirtyStack(() => ArgumentCalls.HandlePointer(device, in other));
        second.Call.Request.ShouldBe(0x4004611ful);
        BitConverter.ToInt32(second.Call.Bytes).ShouldBe(fd);
    }

    [Fact]
    public void An_fd_above_31_bits_cannot_be_and_zero_is_an_fd()
    {
        using var kernel = new KernelRecording();
        using var zero = new Device(0, ownsHandle: false);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        ArgumentCalls.Handle(device, zero);
        kernel.Call.Argument.ShouldBe(0ul);
    }

    [Fact]
    public void Null_and_closed_handles_are_refused_before_the_call()
    {
        using var kernel = new KernelRecording();
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        var closed = new Device(KernelRecording.NewFd(), ownsHandle: false);
        closed.Dispose();

        Should.Throw<ArgumentNullException>(() => ArgumentCalls.Handle(null!, device)).ParamName.ShouldBe("device");
        Should.Throw<ArgumentNullException>(() => ArgumentCalls.Handle(device, null!)).ParamName.ShouldBe("other");
        Should.Throw<ArgumentNullException>(() => ArgumentCalls.HandlePointer(device, null!)).ParamName.ShouldBe("other");
        Should.Throw<ObjectDisposedException>(() => ArgumentCalls.Handle(closed, device));
        Should.Throw<ObjectDisposedException>(() => ArgumentCalls.Handle(device, closed));
        Should.Throw<ObjectDisposedException>(() => ArgumentCalls.HandlePointer(device, closed));
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Any_SafeHandle_is_a_file_and_calls_can_be_extensions()
    {
        using var kernel = new KernelRecording(keep: 4);
        using var device = new OtherHandle(KernelRecording.NewFd(), ownsHandle: true);
        KernelRecording.FromDirtyStack(() => device.Extend(default(Sized)));
        kernel.Call.Fd.ShouldBe((int)device.DangerousGetHandle());
        kernel.Call.ShouldHold("18000000");
    }

    [Fact]
    public void A_stated_macro_type_makes_the_number()
    {
        using var kernel = new KernelRecording(keep: 24);
        KernelRecording.FromDirtyStack(() => ArgumentCalls.LyingMacro(Fd, default));
        kernel.Call.Request.ShouldBe(0x400461d4ul);
        kernel.Call.Bytes[0].ShouldBe((byte)24);
    }

    [Fact]
    public void A_legacy_number_is_the_number_and_differs_by_machine()
    {
        using var kernel = new KernelRecording().Returns(0).Writes(0, 77);
        ArgumentCalls.Legacy(Fd, out int count);
        kernel.Call.Request.ShouldBe(0x541bul);
        count.ShouldBe(77);
        ArgumentCalls.Commands.A_LEGACY.NumberOn(LinuxAbi.Ppc64le).ShouldBe(0x4004667fu);
        ArgumentCalls.Commands.A_LEGACY.NumberOn(LinuxAbi.Mips64el).ShouldBe(0x467fu);
        ArgumentCalls.Commands.A_LEGACY.NumberOn(LinuxAbi.Sparc64).ShouldBe(0x4004667fu);
    }

    [Fact]
    public void Commands_are_data_with_the_number_that_the_call_sends()
    {
        using var kernel = new KernelRecording();
        ArgumentCalls.In(Fd, default);
        kernel.Call.Request.ShouldBe(ArgumentCalls.Commands.A_IN.Number);
        ArgumentCalls.Commands.A_IN.ToString().ShouldBe("A_IN (0x4018610c)");
        // powerpc says "none" and "write" in its own way; i386 has no hole in front of an u64.
        ArgumentCalls.Commands.A_IN.NumberOn(LinuxAbi.Ppc64le).ShouldBe(0x8018610cu);
        ArgumentCalls.Commands.A_NONE.NumberOn(LinuxAbi.Ppc64le).ShouldBe(0x2000610bu);
        ArgumentCalls.Commands.A_IN.NumberOn(LinuxAbi.I386).ShouldBe(0x4010610cu);
        ArgumentCalls.Commands.A_IN.NumberOn(LinuxAbi.Arm).ShouldBe(0x4018610cu);
    }

    [Fact]
    public void Fds_that_are_not_the_recorders_reach_the_real_kernel()
    {
        Should.Throw<IoctlException>(() => ArgumentCalls.None(-1)).Error.ShouldBe(Errno.EBADF);
        using var file = System.IO.File.OpenHandle("/dev/null");
        Should.Throw<IoctlException>(() => file.Extend(default(Sized))).Error.ShouldBe(Errno.ENOTTY);
    }
}
