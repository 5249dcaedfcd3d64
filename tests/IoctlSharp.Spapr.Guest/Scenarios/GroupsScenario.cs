using IoctlSharp.Pci;
using IoctlSharp.Spapr.Guest.Machine;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>Two groups, each behind a bridge of its own, in one container: an EEH operation acts on both, and the state is that of the one that is not normal.</summary>
internal static class GroupsScenario
{
    private const ulong SecondBridge = 3;

    public static void Run(Checks checks, Platform platform)
    {
        using Session session = new(platform.Device, VfioExtension.SpaprTceV2Iommu);
        using VfioGroup second = new PciDevice(platform.SecondDevice).IommuGroup.Open();
        checks.Succeeds("VFIO_GROUP_SET_CONTAINER of a second group", () => second.SetContainer(session.Container));
        using BridgeTables firstBridge = new(0, platform.Device);
        using BridgeTables secondBridge = new(SecondBridge, platform.SecondDevice);
        VfioContainer container = session.Container;
        checks.Succeeds("VFIO_EEH_PE_ENABLE", container.EnableEeh);
        checks.Equal("state", EehState.Normal, container.GetEehState());

        secondBridge.Freeze(io: true, dma: true);
        checks.True("only the second is frozen", firstBridge.IsClear && !secondBridge.IsClear);
        checks.Equal("state", EehState.Stopped, container.GetEehState());
        container.UnfreezeIo();
        container.UnfreezeDma();
        checks.True("thawed: the second is not", secondBridge.IsClear);
        checks.Equal("state", EehState.Normal, container.GetEehState());

        firstBridge.Freeze(io: true, dma: true);
        secondBridge.Freeze(io: true, dma: true);
        checks.Equal("state, both frozen", EehState.Stopped, container.GetEehState());
        checks.Succeeds("VFIO_EEH_PE_RESET_HOT", container.BeginHotReset);
        checks.Succeeds("VFIO_EEH_PE_RESET_DEACTIVATE", container.EndReset);
        checks.Succeeds("VFIO_EEH_PE_CONFIGURE", container.Configure);
        checks.True("one reset: neither is frozen", firstBridge.IsClear && secondBridge.IsClear);
        checks.Equal("state", EehState.Normal, container.GetEehState());
        container.DisableEeh();
    }
}
