using System;
using System.Collections.Generic;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Spapr.Tests;

public class EehResetWaitTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void It_waits_while_a_reset_is_active()
    {
        Queue<EehState> states = new([EehState.Reset, EehState.Reset, EehState.Normal, EehState.Stopped]);

        EehResetWait.Wait(states.Dequeue, s_patience).ShouldBe(EehState.Normal);
        states.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(EehState.Stopped)]
    [InlineData(EehState.Unavailable)]
    [InlineData((EehState)3)]
    public void It_does_not_wait_for_what_lasts(EehState state)
    {
        int asked = 0;

        EehResetWait.Wait(() => { asked++; return state; }, s_patience).ShouldBe(state);
        asked.ShouldBe(1);
    }

    [Fact]
    public void It_does_not_wait_for_ever()
    {
        int asked = 0;

        Should.Throw<TimeoutException>(() => EehResetWait.Wait(() => { asked++; return EehState.Reset; }, TimeSpan.FromMilliseconds(50)))
            .Message.ShouldContain("EndReset");
        asked.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Without_patience_the_state_is_read_once()
    {
        EehResetWait.Wait(() => EehState.Normal, TimeSpan.Zero).ShouldBe(EehState.Normal);
        Should.Throw<TimeoutException>(() => EehResetWait.Wait(() => EehState.Reset, TimeSpan.Zero));
    }
}
