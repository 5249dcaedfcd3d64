using System;
using System.Diagnostics;
using System.Threading;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Live;

public sealed class InterruptedCallTests
{
    private const string NoListener = "this kernel, or the sandbox around this process, has no seccomp listeners";

    [Fact]
    public void A_signal_ends_a_blocked_call_with_EINTR()
    {
        int result = 0;
        SignalledThread.Run(
            () =>
            {
                using TestFile? listener = BlockedCall.OpenListener();
                Span<byte> notification = stackalloc byte[BlockedCall.ArgumentSize];
                notification.Clear();
                if (listener is not null)
                    result = IoctlCall.Invoke(listener.Fd, Request.NotificationReceive, notification);
            },
            TimeSpan.FromMilliseconds(20));
        Assert.SkipWhen(result == 0, NoListener);
        IoctlCall.ErrorOf(result).ShouldBe(Errno.EINTR);
    }

    [Fact]
    public void A_handle_disposed_during_a_call_stays_open_until_the_call_returns()
    {
        TestFile? listener = null;
        bool openDuring = false;
        bool openAfter = true;
        int result = 0;
        SignalledThread.Run(
            () =>
            {
                listener = BlockedCall.OpenListener();
                if (listener is null)
                    return;
                int number = listener.Fd;
                var disposer = new Thread(() =>
                {
                    Thread.Sleep(20); // the call below is under way, or the borrowing at least
                    listener.Dispose();
                    openDuring = ProcFile.IsOpen(number);
                });
                using (var fd = new BorrowedFd(listener))
                {
                    disposer.Start();
                    Span<byte> notification = stackalloc byte[BlockedCall.ArgumentSize];
                    long start = Stopwatch.GetTimestamp();
                    do
                    {
                        notification.Clear();
                        result = IoctlCall.Invoke(fd.Value, Request.NotificationReceive, notification);
                    }
                    while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(100));
                    disposer.Join();
                }

                openAfter = ProcFile.IsOpen(number);
            },
            TimeSpan.FromMilliseconds(10));
        Assert.SkipWhen(listener is null, NoListener);
        IoctlCall.ErrorOf(result).ShouldBe(Errno.EINTR); // not EBADF, and not another file's answer
        openDuring.ShouldBeTrue();
        openAfter.ShouldBeFalse();
    }

    [Fact]
    public void Errno_is_its_own_calls_whatever_the_runtime_does_between()
    {
        // Collections, fresh code to compile and failing calls of other threads: each call still sees its own error.
        using var pipe = TestPipe.Create();
        int reader = pipe.Reader.Fd;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        int wrong = 0;
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            int which = i;
            threads[i] = new Thread(() =>
            {
                int value = 0;
                while (!stop.IsCancellationRequested)
                {
                    (int result, Errno expected) = which switch
                    {
                        0 => (IoctlCall.Invoke(-1, Request.Available, ref value), Errno.EBADF),
                        1 => (IoctlCall.InvokeValue(reader, Request.Available, 8), Errno.EFAULT),
                        2 => (IoctlCall.Invoke(reader, Request.GetWindowSize, ref value), Errno.ENOTTY),
                        _ => (IoctlCall.Invoke(reader, Request.Available, ref value), Errno.None),
                    };
                    if (IoctlCall.ErrorOf(result) != expected)
                        Interlocked.Increment(ref wrong);
                    GC.KeepAlive(new byte[200]);
                }
            });
            threads[i].Start();
        }

        while (!stop.IsCancellationRequested)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        foreach (Thread thread in threads)
            thread.Join();
        wrong.ShouldBe(0);
    }
}
