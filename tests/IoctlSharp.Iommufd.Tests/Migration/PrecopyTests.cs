using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;
using static IoctlSharp.Vfio.VfioMigrationState;

namespace IoctlSharp.Iommu.Tests.Migration;

/// <summary>The state that is read while the device still works.</summary>
public sealed class PrecopyTests : IDisposable
{
    private readonly MigratingDevice _migrating = new();

    private VfioCdev Device => _migrating.Device;

    public void Dispose() => _migrating.Dispose();

    [Fact]
    [Covers("VFIO_MIG_GET_PRECOPY_INFO")]
    public void What_is_left_of_the_first_copy_falls_as_it_is_read()
    {
        using VfioMigrationData data = Device.SetMigrationState(PreCopy)!;
        Left(data).ShouldBe(MigratingDevice.HeaderSize);
        data.ReadNext(new byte[10]).ShouldBe(10);
        Left(data).ShouldBe(MigratingDevice.HeaderSize - 10);
        Device.SetMigrationState(PreCopyPeerToPeer).ShouldBeNull();
        Left(data).ShouldBe(MigratingDevice.HeaderSize - 10);
        MigratingDevice.ReadToEnd(data).Length.ShouldBe(MigratingDevice.HeaderSize - 10);
        Left(data).ShouldBe(0);
        // The header says ENOMSG, that more may follow. This device says 0 as at the end, but goes on all the same.
        data.ReadNext(new byte[1]).ShouldBe(0);
        Device.SetMigrationState(StopCopy).ShouldBeNull();
        data.ReadNext(new byte[1]).ShouldBe(1);
    }

    [Fact]
    public void In_another_state_there_is_no_such_information()
    {
        using VfioMigrationData data = Device.SetMigrationState(PreCopy)!;
        Device.SetMigrationState(StopCopy);
        IoctlException failure = Should.Throw<IoctlException>(() => data.GetPrecopyInfo());
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("not in a PreCopy state");
    }

    [Fact]
    public void A_file_of_a_session_that_ended_is_none_of_the_next()
    {
        using VfioMigrationData data = Device.SetMigrationState(PreCopy)!;
        Device.SetMigrationState(Running);
        using VfioMigrationData next = Device.SetMigrationState(PreCopy)!;
        IoctlException failure = Should.Throw<IoctlException>(() => data.GetPrecopyInfo());
        failure.Error.ShouldBe(Errno.ENODEV);
        failure.Message.ShouldContain("the session of the file is over");
        Left(next).ShouldBe(MigratingDevice.HeaderSize);
    }

    [Fact]
    public void A_file_that_is_written_to_has_none()
    {
        using VfioMigrationData data = Device.SetMigrationState(Resuming)!;
        IoctlException failure = Should.Throw<IoctlException>(() => data.GetPrecopyInfo());
        failure.Error.ShouldBe(Errno.ENOTTY);
        failure.Message.ShouldContain("written to");
    }

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_MIG_PRECOPY_INFOv2")]
    public void Its_flags_are_asked_for_once()
    {
        Device.ProbePrecopyFlags().ShouldBe(Errno.None);
        Device.EnablePrecopyFlags();
        using VfioMigrationData data = Device.SetMigrationState(PreCopy)!;
        data.GetPrecopyInfo().Flags.ShouldBe((VfioPrecopyFlags)0);
    }

    private static int Left(VfioMigrationData data)
    {
        VfioPrecopyInfo info = data.GetPrecopyInfo();
        info.DirtyBytes.ShouldBe(0ul);
        return checked((int)info.InitialBytes);
    }
}
