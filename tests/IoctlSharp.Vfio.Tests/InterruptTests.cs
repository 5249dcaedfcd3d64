using System;
using IoctlSharp.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class InterruptTests : IDisposable
{
    private const uint Intx = (uint)VfioPciIrq.Intx;
    private const uint Msi = (uint)VfioPciIrq.Msi;
    private const VfioIrqSetFlags Trigger = VfioIrqSetFlags.ActionTrigger;
    private const VfioIrqSetFlags Mask = VfioIrqSetFlags.ActionMask;
    private const VfioIrqSetFlags Unmask = VfioIrqSetFlags.ActionUnmask;

    // To arrive it has long enough; that it does not arrive shows soon or never.
    private static readonly TimeSpan s_arrives = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_stays = TimeSpan.FromMilliseconds(300);

    private readonly OpenDevice _open = new(GuestDevices.RootEdu);
    private readonly EduDevice _edu;
    private readonly EventFd _interrupt = new();

    public InterruptTests() => _edu = new EduDevice(_open.Device);

    public void Dispose()
    {
        _edu.AcknowledgeInterrupt();
        _edu.Dispose();
        _open.Dispose();
        _interrupt.Dispose();
    }

    [Fact]
    [Covers("VFIO_DEVICE_SET_IRQS")]
    public void A_message_interrupt_arrives_each_time()
    {
        _open.Device.SetIrqs(Msi, Trigger, 0, [_interrupt]).ShouldBe(0);
        for (int i = 0; i < 3; i++)
        {
            _edu.RaiseInterrupt();
            Arrives();
            _edu.AcknowledgeInterrupt();
        }
    }

    [Fact]
    public void The_kernel_signals_the_eventfd_by_itself_when_asked_to()
    {
        _open.Device.SetIrqs(Msi, Trigger, 0, [_interrupt]);
        _open.Device.SetIrqs(Msi, Trigger, 0, 1);
        Arrives();
        _open.Device.SetIrqs(Msi, Trigger, 0, [1]);
        Arrives();
        _open.Device.SetIrqs(Msi, Trigger, 0, [0]);
        Stays();
    }

    [Fact]
    public void Null_takes_the_eventfd_away_and_another_can_be_given()
    {
        _open.Device.SetIrqs(Msi, Trigger, 0, [_interrupt]);
        _open.Device.SetIrqs(Msi, Trigger, 0, [null]);
        _edu.RaiseInterrupt();
        Stays();
        _edu.AcknowledgeInterrupt();

        using EventFd other = new();
        _open.Device.SetIrqs(Msi, Trigger, 0, [other]);
        _edu.RaiseInterrupt();
        other.Wait(s_arrives).ShouldBeTrue();
        Stays();
    }

    [Fact]
    public void A_count_of_zero_disables_the_index()
    {
        _open.Device.SetIrqs(Msi, Trigger, 0, [_interrupt]);
        _open.Device.SetIrqs(Msi, Trigger, 0, 0);
        _edu.RaiseInterrupt();
        Stays();
        Should.Throw<IoctlException>(() => _open.Device.SetIrqs(Msi, Trigger, 0, 1)).Error.ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void The_kernel_keeps_the_eventfd_when_we_close_ours()
    {
        EventFd closed = new();
        _open.Device.SetIrqs(Msi, Trigger, 0, [closed]);
        closed.Dispose();
        _edu.RaiseInterrupt();
        _edu.AcknowledgeInterrupt();
        _open.Device.SetIrqs(Msi, Trigger, 0, [_interrupt]);
        _edu.RaiseInterrupt();
        Arrives();
    }

    [Fact]
    public void A_pin_interrupt_is_masked_until_it_is_unmasked_by_ioctl()
    {
        _open.Device.SetIrqs(Intx, Trigger, 0, [_interrupt]);
        _edu.RaiseInterrupt();
        Arrives();
        Stays();

        _open.Device.SetIrqs(Intx, Unmask, 0, 1); // the device still asks
        Arrives();
        Stays();

        _edu.AcknowledgeInterrupt();
        _open.Device.SetIrqs(Intx, Unmask, 0, 1);
        Stays();
        _edu.RaiseInterrupt();
        Arrives();
    }

    [Fact]
    public void A_pin_interrupt_is_unmasked_through_an_eventfd()
    {
        using EventFd unmask = new();
        _open.Device.SetIrqs(Intx, Trigger, 0, [_interrupt]);
        _open.Device.SetIrqs(Intx, Unmask, 0, [unmask]);
        _edu.RaiseInterrupt();
        Arrives();
        Stays();
        unmask.Signal();
        Arrives();

        _open.Device.SetIrqs(Intx, Unmask, 0, [null]);
        unmask.Signal();
        Stays();
    }

    [Fact]
    public void A_pin_interrupt_that_is_masked_waits()
    {
        _open.Device.SetIrqs(Intx, Trigger, 0, [_interrupt]);
        _open.Device.SetIrqs(Intx, Mask, 0, [1]);
        _edu.RaiseInterrupt();
        Stays();
        _open.Device.SetIrqs(Intx, Unmask, 0, [0]);
        Stays();
        _open.Device.SetIrqs(Intx, Unmask, 0, [1]);
        Arrives();
    }

    [Fact]
    public void What_an_index_cannot_do_is_an_error()
    {
        Should.Throw<IoctlException>(() => _open.Device.SetIrqs(Msi, Trigger, 1, [_interrupt])).Error.ShouldBe(Errno.EINVAL);
        Should.Throw<IoctlException>(() => _open.Device.SetIrqs((uint)VfioPciIrq.Error, Trigger, 0, [_interrupt])).Error.ShouldBe(Errno.EINVAL);
#pragma warning disable IOCTL4033 // The kernel's refusal is what is tested.
        Should.Throw<IoctlException>(() => _open.Device.SetIrqs(Msi, Mask | Trigger, 0, 1)).Error.ShouldBe(Errno.ENOTTY);
#pragma warning restore IOCTL4033
        _open.Device.SetIrqs(Msi, Trigger, 0, [_interrupt]);
        Should.Throw<IoctlException>(() => _open.Device.SetIrqs(Intx, Trigger, 0, [_interrupt])).Error.ShouldBe(Errno.EINVAL);
        IoctlException failure = Should.Throw<IoctlException>(() => _open.Device.SetIrqs(Msi, Mask, 0, 1));
        failure.Error.ShouldBe(Errno.ENOTTY);
        failure.Message.ShouldContain("only INTx can be masked");
    }

    [Fact]
    public void Several_vectors_each_have_their_eventfd()
    {
        using OpenDevice card = new(GuestDevices.NetworkCard);
        const uint msix = (uint)VfioPciIrq.Msix;
        card.Device.GetIrqInfo(msix).Count.ShouldBe(5u);
        using EventFd third = new();
        card.Device.SetIrqs(msix, Trigger, 0, [_interrupt, null, third]).ShouldBe(0);
        card.Device.SetIrqs(msix, Trigger, 0, [0, 1, 1]);
        third.Wait(s_arrives, out ulong count).ShouldBeTrue();
        count.ShouldBe(1ul);
        Stays();
        card.Device.SetIrqs(msix, Trigger, 0, 3);
        Arrives();
        third.Wait(s_arrives).ShouldBeTrue();
    }

    private void Arrives() => _interrupt.Wait(s_arrives).ShouldBeTrue();

    private void Stays() => _interrupt.Wait(s_stays).ShouldBeFalse();
}
