using System;
using System.IO;
using IoctlSharp.Uacce;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Uacce;

/// <summary>The life of a queue, from the calls that reach the driver.</summary>
[Collection(nameof(FakeAccelerator))]
public sealed class UacceSessionTests : IDisposable
{
    private readonly FakeAccelerator _accelerator = new();

    private UacceDevice Device => new(FakeAccelerator.Name, _accelerator.Root);

    public void Dispose() => _accelerator.Dispose();

    [Fact]
    public void A_queue_is_set_up_mapped_started_stopped_started_again_and_given_back()
    {
        using (UacceSession session = UacceSession.Open(Device))
        {
            session.State.ShouldBe(UacceSessionState.Initial);
            session.SetType(1).ShouldBe((ushort)21);
            FakeAccelerator.TypeOf(0).ShouldBe(1);
            session.Queue.GetQueueInfo().ShouldBe(new HisiQpInfo { SqeSize = 128, SqDepth = 1024, CqDepth = 2048 });
            MappedRegion registers = session.Map(UacceRegion.Mmio);
            registers.Length.ShouldBe((ulong)FakeAccelerator.MmioSize);
            session.Map(UacceRegion.DeviceUserShare).Length.ShouldBe((ulong)FakeAccelerator.ShareSize);
            session.Start();
            session.State.ShouldBe(UacceSessionState.Started);
            registers.Write64(0x340, 1);
            FakeAccelerator.Update(0);
            session.WaitForUpdate(TimeSpan.FromSeconds(10)).ShouldBeTrue();
            session.WaitForUpdate(TimeSpan.FromMilliseconds(10)).ShouldBeFalse();
            session.Stop();
            session.State.ShouldBe(UacceSessionState.Initial);
            session.Start();
            session.ToString().ShouldBe("UacceSession of fake_zip-0 (Started)");
        }

        FakeAccelerator.Journal.ShouldBe("open type map-mmio map-dus start stop start unmap unmap close");
    }

    [Fact]
    public void Regions_are_unmapped_before_the_queue_is_closed_and_once()
    {
        UacceSession session = UacceSession.Open(Device);
        MappedRegion registers = session.Map(UacceRegion.Mmio);
        registers.Dispose();
        session.Map(UacceRegion.Mmio);
        session.Dispose();
        session.Dispose();

        FakeAccelerator.Journal.ShouldBe("open map-mmio unmap map-mmio unmap close");
    }

    [Fact]
    public void A_region_is_mapped_once()
    {
        using UacceSession session = UacceSession.Open(Device);
        session.Map(UacceRegion.DeviceUserShare);

        Should.Throw<InvalidOperationException>(() => session.Map(UacceRegion.DeviceUserShare)).Message.ShouldContain("is mapped already");
        Should.Throw<IOException>(() => session.Queue.Map(4096, FakeAccelerator.ShareSize)).HResult.ShouldBe((int)Errno.EEXIST, "so says the driver to whom goes past the session");
        Should.Throw<ArgumentOutOfRangeException>(() => session.Map((UacceRegion)2));
    }

    [Fact]
    public void A_region_that_the_accelerator_does_not_have_is_refused()
    {
        _accelerator.Hide("region_mmio_size");
        using UacceSession session = UacceSession.Open(Device);
        Should.Throw<InvalidOperationException>(() => session.Map(UacceRegion.Mmio)).Message.ShouldBe("fake_zip-0 has no region Mmio.");
    }

    [Fact]
    public void A_wrong_order_is_refused_with_the_reason()
    {
        using UacceSession session = UacceSession.Open(Device);

        Should.Throw<InvalidOperationException>(session.Stop).Message.ShouldBe("The queue of fake_zip-0 is not started, and must be before it can be stopped.");
        Should.Throw<InvalidOperationException>(() => session.WaitForUpdate(TimeSpan.Zero)).Message.ShouldContain("is not started, and must be before it can bring anything");
        session.Start();
        Should.Throw<InvalidOperationException>(session.Start).Message.ShouldBe("The queue of fake_zip-0 is started, and must be stopped before it can be started.");
        Should.Throw<InvalidOperationException>(() => session.SetType(0)).Message.ShouldContain("must be stopped before it can say what it is for");
        Should.Throw<IoctlException>(session.Queue.Start).Message.ShouldContain("the queue is started already");
        FakeAccelerator.Journal.ShouldBe("open start");
    }

    [Fact]
    public void A_closed_session_refuses()
    {
        UacceSession session = UacceSession.Open(Device);
        session.Dispose();

        session.State.ShouldBe(UacceSessionState.Closed);
        Should.Throw<ObjectDisposedException>(session.Start).Message.ShouldContain("its queue was given back");
        Should.Throw<ObjectDisposedException>(session.Stop);
        Should.Throw<ObjectDisposedException>(() => session.SetType(0));
        Should.Throw<ObjectDisposedException>(() => session.Map(UacceRegion.Mmio));
        Should.Throw<ObjectDisposedException>(() => session.WaitForUpdate(TimeSpan.Zero));
    }

    [Fact]
    public void Queues_run_out()
    {
        using UacceSession first = UacceSession.Open(Device);
        using UacceSession second = UacceSession.Open(Device);

        IOException error = Should.Throw<IOException>(() => UacceSession.Open(Device));
        error.HResult.ShouldBe((int)Errno.EBUSY);
        error.Message.ShouldContain("All queues of fake_zip-0 are taken");
        first.Dispose();
        UacceSession.Open(Device).Dispose();
        Should.Throw<ArgumentNullException>(() => UacceSession.Open(null!));
    }

    [Fact]
    public void A_type_that_the_accelerator_does_not_have_is_refused_by_it()
    {
        using UacceSession session = UacceSession.Open(Device);
        Should.Throw<IoctlException>(() => session.SetType(2)).Message.ShouldContain("the accelerator has no queues of that type");
        session.SetType(0).ShouldBe((ushort)21);
    }

    [Fact]
    public void An_accelerator_that_is_gone_says_so()
    {
        using UacceSession session = UacceSession.Open(Device);
        session.Start();
        FakeAccelerator.Remove();

        session.WaitForUpdate(TimeSpan.Zero).ShouldBeFalse();
        IoctlException error = Should.Throw<IoctlException>(session.Stop);
        error.Error.ShouldBe(Errno.ENXIO);
        error.Message.ShouldContain("its device is gone");
        session.State.ShouldBe(UacceSessionState.Started);
        Should.Throw<IOException>(() => session.Map(UacceRegion.Mmio)).HResult.ShouldBe((int)Errno.ENXIO);
        Should.Throw<FileNotFoundException>(() => UacceSession.Open(Device));
    }

    [Fact]
    public void An_older_kernel_gives_the_queue_back_when_it_is_stopped()
    {
        using FakeAccelerator older = new(oldPut: true);
        using UacceSession session = UacceSession.Open(new UacceDevice(FakeAccelerator.Name, older.Root));
        session.Start();
        session.Stop();

        IoctlException error = Should.Throw<IoctlException>(session.Start);
        error.Error.ShouldBe(Errno.ENXIO);
        error.Message.ShouldContain("it was stopped under a kernel that gives it back then");
        session.State.ShouldBe(UacceSessionState.Initial);
    }
}
