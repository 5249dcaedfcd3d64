using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>A handle that another thread disposes while the kernel has its fd is closed when the call is over, and memory stays where it is.</summary>
public sealed class HandleLifetimeTests
{
    [Fact]
    public void The_file_of_a_call_outlives_its_disposal()
        => StaysOpen((device, _) => ResultCalls.Nothing(device), (device, _) => device);

    [Fact]
    public void The_file_of_a_call_that_never_throws_outlives_its_disposal()
        => StaysOpen((device, _) => TryCalls.Nothing(device), (device, _) => device);

    [Fact]
    public void A_handle_by_value_outlives_its_disposal()
        => StaysOpen((device, other) => ArgumentCalls.Handle(device, other), (_, other) => other);

    [Fact]
    public void A_handle_by_pointer_outlives_its_disposal()
        => StaysOpen((device, other) => ArgumentCalls.HandlePointer(device, other), (_, other) => other);

    [Fact]
    public void A_handle_in_a_field_outlives_its_disposal()
        => StaysOpen((device, other) => FieldCalls.Handle(device, other), (_, other) => other);

    [Fact]
    public void A_handle_in_a_tail_outlives_its_disposal()
        => StaysOpen((device, other) => TailCalls.Handles(device, null, other), (_, other) => other);

    [Fact]
    public void A_failed_call_lets_go_of_its_handles()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording().Fails(Errno.EIO).Fails(Errno.EIO).Fails(Errno.EIO);
        var device = new Device(fd, ownsHandle: true);
        Should.Throw<IoctlException>(() => TailCalls.Handles(device, device));
        Should.Throw<IoctlException>(() => FieldCalls.Handle(device, device));
        TryCalls.Argument(device, device).ShouldBe(Errno.EIO);
        device.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }

    [Fact]
    public void What_the_kernel_points_to_does_not_move()
    {
        using var kernel = new KernelRecording().Blocks().Returns(0).WritesBehind(8, 0, 0xaa, 0xbb);
        int fd = KernelRecording.NewFd();
        byte[] data = BehindGarbage();
        var churn = new Thread(() =>
        {
            KernelRecording.WaitUntilBlocked(fd);
            Compact();
            KernelRecording.Release(fd);
        });
        churn.Start();
        FieldCalls.Spans(fd, data, default, default);
        churn.Join();
        data.ShouldBe([0xaa, 0xbb, 3]);
    }

    // Without this the test above could not fail.
    [Fact]
    public unsafe void What_nobody_points_to_moves()
    {
        byte[] data = BehindGarbage();
        nint before = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(data));
        Compact();
        ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(data))).ShouldNotBe(before);
    }

    // The first thing that a compacting collection moves.
    private static byte[] BehindGarbage()
    {
        for (int i = 0; i < 1000; i++)
            GC.KeepAlive(new byte[1000]);
        return [1, 2, 3];
    }

    private static void Compact() => GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

    private static void StaysOpen(Action<Device, Device> call, Func<Device, Device, Device> victim)
    {
        using var kernel = new KernelRecording().Blocks();
        int fd = KernelRecording.NewFd();
        var device = new Device(fd, ownsHandle: true);
        var other = new Device(KernelRecording.NewFd(), ownsHandle: true);
        Device disposed = victim(device, other);
        int disposedFd = (int)disposed.DangerousGetHandle();
        int closesDuringCall = -1;
        var disposer = new Thread(() =>
        {
            KernelRecording.WaitUntilBlocked(fd);
            disposed.Dispose();
            closesDuringCall = KernelRecording.Closes(disposedFd);
            KernelRecording.Release(fd);
        });
        disposer.Start();
        call(device, other);
        disposer.Join();
        closesDuringCall.ShouldBe(0, "the number could have become another file's");
        KernelRecording.Closes(disposedFd).ShouldBe(1);
        device.Dispose();
        other.Dispose();
        KernelRecording.Closes(disposedFd).ShouldBe(1);
    }
}
