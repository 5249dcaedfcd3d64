using System;
using System.Runtime.CompilerServices;
using System.Threading;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Completion records: waiting for them, and their memory while a device may write to it.</summary>
[Collection(nameof(FakePortal))]
public sealed class CompletionTests : IDisposable
{
    private readonly FakePortal _queue = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void A_wait_ends_when_the_device_writes_the_status()
    {
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();
        portal.TrySubmit(default, completion).ShouldBeTrue();
        Thread device = new(() =>
        {
            Thread.Sleep(50);
            FakePortal.Complete(completion.Address, (byte)DsaCompletionStatus.SuccessPred, bytes: 77);
        });
        device.Start();

        DsaCompletionRecord record = completion.Wait(Timeout.InfiniteTimeSpan, Token);

        record.Outcome.ShouldBe(DsaCompletionStatus.SuccessPred);
        record.BytesCompleted.ShouldBe(77u);
        device.Join();
        completion.IsPending.ShouldBeFalse();
        completion.Wait(TimeSpan.Zero, Token).BytesCompleted.ShouldBe(77u, "a record can be read again");
    }

    [Fact]
    public void A_wait_ends_when_its_time_is_over_and_can_be_made_again()
    {
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();
        portal.TrySubmit(default, completion).ShouldBeTrue();

        Should.Throw<TimeoutException>(() => completion.Wait(TimeSpan.FromMilliseconds(20), Token)).Message.ShouldContain("It may still do so");
        Should.Throw<TimeoutException>(() => completion.Wait(TimeSpan.Zero, Token));
        completion.IsPending.ShouldBeTrue();
        completion.ToString().ShouldEndWith(", pending)");
        FakePortal.Complete(completion.Address);
        completion.Wait(TimeSpan.Zero, Token).Outcome.ShouldBe(DsaCompletionStatus.Success);
        Should.Throw<ArgumentOutOfRangeException>(() => completion.Wait(TimeSpan.FromSeconds(-2), Token));
    }

    [Fact]
    public void A_wait_is_cancelled()
    {
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();
        using CancellationTokenSource cancellation = new(TimeSpan.FromMilliseconds(20));
        portal.TrySubmit(default, completion).ShouldBeTrue();

        Should.Throw<OperationCanceledException>(() => completion.Wait(Timeout.InfiniteTimeSpan, cancellation.Token));
        completion.IsPending.ShouldBeTrue();
        FakePortal.Complete(completion.Address);
    }

    [Fact]
    public void Nothing_is_waited_for_that_was_not_submitted()
    {
        using IaxCompletion completion = new();

        Should.Throw<InvalidOperationException>(() => completion.Wait(Timeout.InfiniteTimeSpan, Token)).Message.ShouldContain("Nothing was submitted with IaxCompletion (0x");
        completion.Dispose();
        Should.Throw<ObjectDisposedException>(() => completion.Wait(TimeSpan.Zero, Token));
        Should.Throw<ObjectDisposedException>(() => completion.Address);
    }

    [Fact]
    public void An_operation_that_a_closed_portal_gave_up_is_not_waited_for()
    {
        DsaPortal portal = _queue.Dsa();
        using DsaCompletion lost = new();
        using DsaCompletion done = new();
        portal.TrySubmit(default, lost).ShouldBeTrue();
        portal.TrySubmit(default, done).ShouldBeTrue();
        FakePortal.Complete(done.Address);
        portal.Dispose();

        done.Wait(TimeSpan.Zero, Token).Outcome.ShouldBe(DsaCompletionStatus.Success);
        Should.Throw<InvalidOperationException>(() => lost.Wait(Timeout.InfiniteTimeSpan, Token)).Message.ShouldContain("its portal was closed");
        lost.IsPending.ShouldBeFalse();
        using DsaPortal another = _queue.Dsa();
        another.TrySubmit(default, lost).ShouldBeTrue("the record serves again");
        FakePortal.Complete(lost.Address);
        lost.Wait(TimeSpan.Zero, Token).Outcome.ShouldBe(DsaCompletionStatus.Success);
    }

    [Fact]
    public void The_memory_of_a_disposed_record_is_kept_until_the_device_has_written_to_it()
    {
        using DsaPortal portal = _queue.Dsa(IdxdSubmission.Movdir64B, places: 1);
        UserPointer address = Abandon(portal);

        Collect();
        portal.InFlight.ShouldBe(1);
        using (DsaCompletion other = new())
            portal.TrySubmit(default, other).ShouldBeFalse();
        FakePortal.Complete(address);
        Collect();

        portal.InFlight.ShouldBe(0);
    }

    [Fact]
    public void So_is_that_of_a_forgotten_one()
    {
        using DsaPortal portal = _queue.Dsa();
        UserPointer address = Forget(portal);

        Collect();
        portal.InFlight.ShouldBe(1);
        FakePortal.Complete(address);
        Collect();

        portal.InFlight.ShouldBe(0);
    }

    [Fact]
    public void A_closed_portal_frees_what_it_gave_up()
    {
        DsaPortal portal = _queue.Dsa();
        Abandon(portal);
        portal.Dispose();

        Collect();

        portal.InFlight.ShouldBe(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static UserPointer Abandon(DsaPortal portal)
    {
        DsaCompletion completion = new();
        portal.TrySubmit(default, completion).ShouldBeTrue();
        UserPointer address = completion.Address;
        completion.Dispose();
        return address;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static UserPointer Forget(DsaPortal portal)
    {
        DsaCompletion completion = new();
        portal.TrySubmit(default, completion).ShouldBeTrue();
        return completion.Address;
    }

    // An object that a finalizer makes, and one that asks to be finalized again, take a round each.
    private static void Collect()
    {
        for (int i = 0; i < 4; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
