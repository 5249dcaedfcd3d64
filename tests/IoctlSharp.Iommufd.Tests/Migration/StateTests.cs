using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;
using static IoctlSharp.Vfio.VfioMigrationState;

namespace IoctlSharp.Iommu.Tests.Migration;

/// <summary>Every way between two migration states, each end read back.</summary>
public sealed class StateTests : IDisposable
{
    private static readonly VfioMigrationState[] s_states = [Stop, Running, StopCopy, Resuming, RunningPeerToPeer, PreCopy, PreCopyPeerToPeer];

    private readonly MigratingDevice _migrating = new();

    private VfioCdev Device => _migrating.Device;

    public void Dispose() => _migrating.Dispose();

    public static TheoryData<VfioMigrationState, VfioMigrationState> Ways()
    {
        TheoryData<VfioMigrationState, VfioMigrationState> ways = [];
        foreach (VfioMigrationState from in s_states)
        {
            foreach (VfioMigrationState to in s_states)
                ways.Add(from, to);
        }

        return ways;
    }

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_MIGRATION")]
    public void The_device_says_which_states_it_has()
    {
        Device.GetMigration().Flags.ShouldBe(VfioMigrationFlags.StopCopy | VfioMigrationFlags.PeerToPeer | VfioMigrationFlags.PreCopy);
        Device.GetMigrationState().ShouldBe(Running);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    [Covers("VFIO_DEVICE_FEATURE"), Covers("VFIO_DEVICE_FEATURE_MIG_DEVICE_STATE")]
    public void The_kernel_finds_the_way(VfioMigrationState from, VfioMigrationState to)
    {
        byte[] saved = _migrating.Save();
        Device.Reset();
        using VfioMigrationData? before = Device.SetMigrationState(from);
        _migrating.State.ShouldBe(from);
        if (from == Resuming)
            before!.WriteNext(saved).ShouldBe(saved.Length);

        if (from == StopCopy && (to is PreCopy or PreCopyPeerToPeer))
        {
            Should.Throw<IoctlException>(() => Device.SetMigrationState(to)).Error.ShouldBe(Errno.EINVAL);
            _migrating.State.ShouldBe(from);
            return;
        }

        using VfioMigrationData? session = Device.SetMigrationState(to);
        _migrating.State.ShouldBe(to);
        (session is not null).ShouldBe(BeginsSession(from, to));
    }

    [Theory]
    [InlineData(Error)]
    [InlineData((VfioMigrationState)8)]
    [InlineData((VfioMigrationState)uint.MaxValue)]
    public void What_is_no_state_to_go_to_is_refused(VfioMigrationState state)
    {
        IoctlException failure = Should.Throw<IoctlException>(() => Device.SetMigrationState(state));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("no way leads from the device's state to that one");
        _migrating.State.ShouldBe(Running);
    }

    [Fact]
    public void A_reset_ends_a_session()
    {
        using VfioMigrationData data = Device.SetMigrationState(StopCopy)!;
        Device.Reset();
        _migrating.State.ShouldBe(Running);
        Should.Throw<System.IO.IOException>(() => data.ReadNext(new byte[8])).HResult.ShouldBe((int)Errno.ENODEV);
    }

    // What is read already goes on in the same file; every other state that has data begins with a new one.
    private static bool BeginsSession(VfioMigrationState from, VfioMigrationState to) =>
        from != to
        && to is StopCopy or Resuming or PreCopy or PreCopyPeerToPeer
        && !(from is PreCopy or PreCopyPeerToPeer && to is StopCopy or PreCopy or PreCopyPeerToPeer);
}
