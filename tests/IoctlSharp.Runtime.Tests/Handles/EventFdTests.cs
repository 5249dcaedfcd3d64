using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Handles;

public sealed class EventFdTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_wait_takes_the_whole_count()
    {
        using var counter = new EventFd();
        counter.Wait(TimeSpan.Zero, out ulong none).ShouldBeFalse();
        none.ShouldBe(0ul);
        counter.Signal();
        counter.Signal(41);
        counter.Wait(TimeSpan.Zero, out ulong count).ShouldBeTrue();
        count.ShouldBe(42ul);
        counter.Wait(TimeSpan.Zero).ShouldBeFalse();
        using var started = new EventFd(7);
        started.Wait(s_long, out count).ShouldBeTrue();
        count.ShouldBe(7ul);
    }

    [Fact]
    public void It_is_close_on_exec()
    {
        using var counter = new EventFd();
        ProcFile.IsCloseOnExec((int)counter.DangerousGetHandle()).ShouldBeTrue();
    }

    [Fact]
    public void A_wait_ends_with_its_time_and_not_before()
    {
        using var counter = new EventFd();
        long start = Stopwatch.GetTimestamp();
        counter.Wait(TimeSpan.FromMilliseconds(30.5)).ShouldBeFalse();
        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(30.5));
    }

    [Fact]
    public async Task A_wait_ends_with_a_signal_from_elsewhere()
    {
        using var counter = new EventFd();
        Task<bool> waiter = Task.Run(() => counter.Wait(Timeout.InfiniteTimeSpan, out ulong count) && count == 3);
        await Task.Delay(20, TestContext.Current.CancellationToken);
        counter.Signal(3);
        (await waiter.WaitAsync(s_long, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public void Signals_to_the_thread_do_not_shorten_or_break_a_wait()
    {
        using var counter = new EventFd();
        bool result = true;
        TimeSpan waited = default;
        SignalledThread.Run(
            () =>
            {
                long start = Stopwatch.GetTimestamp();
                result = counter.Wait(TimeSpan.FromMilliseconds(200));
                waited = Stopwatch.GetElapsedTime(start);
            },
            TimeSpan.FromMilliseconds(5));
        result.ShouldBeFalse();
        waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        var counter = new EventFd();
        Should.Throw<ArgumentOutOfRangeException>(() => counter.Signal(0));
        Should.Throw<ArgumentOutOfRangeException>(() => counter.Signal(ulong.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => counter.Wait(TimeSpan.FromMilliseconds(-2)));
        counter.Signal(ulong.MaxValue - 1);
        var full = Should.Throw<IOException>(() => counter.Signal());
        full.Message.ShouldContain("full");
        ((Errno)full.HResult).ShouldBe(Errno.EAGAIN);
        counter.Dispose();
        Should.Throw<ObjectDisposedException>(() => counter.Signal());
        Should.Throw<ObjectDisposedException>(() => counter.Wait(TimeSpan.Zero));
    }

    [Fact]
    public void Two_waiters_share_the_counts()
    {
        using var counter = new EventFd();
        ulong sum = 0;
        var waiters = new Thread[2];
        for (int i = 0; i < waiters.Length; i++)
        {
            waiters[i] = new Thread(() =>
            {
                while (counter.Wait(s_long, out ulong count) && Interlocked.Add(ref sum, count) < 1000)
                    ;
                counter.Signal(1000); // the other may still wait
            });
            waiters[i].Start();
        }

        for (int i = 0; i < 1000; i++)
            counter.Signal();
        foreach (Thread waiter in waiters)
            waiter.Join(s_long).ShouldBeTrue();
        sum.ShouldBeGreaterThanOrEqualTo(1000ul);
    }
}
