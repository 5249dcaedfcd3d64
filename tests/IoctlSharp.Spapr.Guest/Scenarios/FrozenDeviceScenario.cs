using System;
using IoctlSharp.Spapr.Guest.Machine;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>A device that the firmware holds to be frozen: each state, and both ways back.</summary>
internal static class FrozenDeviceScenario
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static void Run(Checks checks, VfioContainer container, VfioDevice device, EduDevice edu, DmaBuffer buffer, string address)
    {
        using BridgeTables bridge = new(0, address);
        EehDetector detector = new(container, device);
        // The resets before have cleared it.
        edu.EnableBusMaster();
        container.EnableEeh();
        checks.Equal("state at the start", EehState.Normal, container.GetEehState());
        checks.Equal("the detector finds in the configuration space", default, detector.CheckConfig());
        checks.Equal("the detector finds in the BAR", default, detector.CheckBar(VfioPciRegion.Bar0, 0));

        bridge.Freeze(io: true, dma: true);
        checks.Equal("state, loads and stores and DMA frozen", EehState.Stopped, container.GetEehState());
        checks.Equal("a value of all ones is confirmed", (EehEvidence.AllOnes, EehState.Stopped, true), Judgement(detector.Judge(uint.MaxValue)));
        checks.Equal("another value is not suspected", default, detector.Judge(0x0100_00edu));
        checks.Succeeds("VFIO_EEH_PE_UNFREEZE_IO", container.UnfreezeIo);
        checks.Equal("state, DMA frozen", EehState.StoppedDma, container.GetEehState());
        checks.Succeeds("VFIO_EEH_PE_UNFREEZE_DMA", container.UnfreezeDma);
        checks.Equal("state, thawed", EehState.Normal, container.GetEehState());
        checks.Equal("a value of all ones is not confirmed", (EehEvidence.AllOnes, EehState.Normal, false), Judgement(detector.Judge(uint.MaxValue)));

        bridge.Freeze(io: false, dma: true);
        checks.Equal("state, only DMA frozen", EehState.StoppedDma, container.GetEehState());
        container.UnfreezeDma();
        checks.Equal("state, thawed", EehState.Normal, container.GetEehState());
        bridge.Freeze(io: true, dma: false);
        checks.Equal("state, only loads and stores frozen", EehState.Unavailable, container.GetEehState());
        container.UnfreezeIo();
        checks.Equal("state, thawed", EehState.Normal, container.GetEehState());
        CheckDevice(checks, container, edu, buffer, "thawed");

        RecoverByReset(checks, container, detector, bridge, container.BeginHotReset, "hot reset");
        edu.EnableBusMaster();
        CheckDevice(checks, container, edu, buffer, "recovered by a hot reset");
        RecoverByReset(checks, container, detector, bridge, container.BeginFundamentalReset, "fundamental reset");
        edu.EnableBusMaster();
        CheckDevice(checks, container, edu, buffer, "recovered by a fundamental reset");
        container.DisableEeh();
    }

    private static void RecoverByReset(Checks checks, VfioContainer container, EehDetector detector, BridgeTables bridge, Action begin, string what)
    {
        bridge.Freeze(io: true, dma: true);
        checks.Equal($"state before the {what}", EehState.Stopped, container.GetEehState());
        checks.Succeeds($"beginning the {what}", begin);
        checks.Equal($"state during the {what}", EehState.Stopped, container.GetEehState());
        checks.Equal("the detector's read of the configuration space fails, and that is confirmed", (EehEvidence.ReadFailed, EehState.Stopped, true), Judgement(detector.CheckConfig()));
        checks.Succeeds("VFIO_EEH_PE_RESET_DEACTIVATE", container.EndReset);
        checks.Succeeds("VFIO_EEH_PE_CONFIGURE", container.Configure);
        checks.Equal($"state after the {what}", EehState.Normal, container.WaitForEehReset(s_patience));
        checks.True("the bridge's tables are clear", bridge.IsClear);
        checks.Equal("the detector finds", default, detector.CheckConfig());
    }

    private static void CheckDevice(Checks checks, VfioContainer container, EduDevice edu, DmaBuffer buffer, string when)
    {
        checks.Hexadecimal($"{when}: edu's identification register", 0x0100_00ed, edu.Identification);
        using (container.Map(buffer, iova: 0x10_0000))
            checks.True($"{when}: DMA to the device and back, byte for byte", edu.RoundTrips(buffer, 0x10_0000, seed: when.Length));
    }

    private static (EehEvidence Evidence, EehState State, bool IsFrozen) Judgement(EehFinding finding) => (finding.Evidence, finding.State, finding.IsFrozen);
}
