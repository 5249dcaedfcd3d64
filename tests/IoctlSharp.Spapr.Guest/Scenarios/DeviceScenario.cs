using System;
using IoctlSharp.Spapr.Guest.Machine;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>
/// A device that does DMA through the windows, and is frozen and recovered. One container and one open device for all of it: opening a device takes
/// seconds on powernv.
/// </summary>
internal static class DeviceScenario
{
    private const ulong HugePage = 2 << 20;
    private const ulong WindowSize = 4ul << 30;

    public static void Run(Checks checks, Platform platform)
    {
        using (Session session = new(platform.Device, VfioExtension.SpaprTceIommu))
            RunVersionOne(checks, session);

        using (Session session = new(platform.Device, VfioExtension.SpaprTceV2Iommu))
        {
            using VfioDevice device = session.OpenDevice();
            using EduDevice edu = new(device);
            using DmaBuffer buffer = new(64 << 10);
            using SpaprMemory memory = session.Container.Register(buffer);
            TransferInWindows(checks, session.Container, edu, buffer);
            if (platform.HasHugePages)
                TransferInLargePages(checks, session.Container, edu);
            else
                checks.Fails("VFIO_IOMMU_MAP_DMA of small pages in a window of larger ones", Errno.EINVAL, () => MapInLargePages(session.Container, buffer));
            if (platform.HasEeh)
            {
                checks.Run("EEH", () => EehScenario.Run(checks, session.Container));
                checks.Run("A frozen device", () => FrozenDeviceScenario.Run(checks, session.Container, device, edu, buffer, platform.Device));
            }
            else
            {
                checks.Run("EEH where there is none", () => NoEehScenario.Run(checks, session.Container));
            }

            checks.Error("VFIO_DEVICE_RESET", platform.DeviceReset, device.TryReset());
        }
    }

    private static void RunVersionOne(Checks checks, Session session)
    {
        session.Container.Enable();
        using VfioDevice device = session.OpenDevice();
        using EduDevice edu = new(device);
        using DmaBuffer buffer = new(64 << 10);
        checks.Hexadecimal("edu's identification register", 0x0100_00ed, edu.Identification);
        checks.True("version 1: DMA of an I/O address that is not mapped transfers nothing", edu.IsKeptOut(buffer, iova: 0x10_0000));
        Transfer(checks, session.Container, edu, buffer, 0x10_0000, "version 1, default window");
        session.Container.Disable();
    }

    private static void TransferInWindows(Checks checks, VfioContainer container, EduDevice edu, DmaBuffer buffer)
    {
        Transfer(checks, container, edu, buffer, 0x10_0000, "version 2, default window");
        SpaprWindow window = container.CreateSpaprWindow(WindowSize, 12);
        Transfer(checks, container, edu, buffer, window.Start, "version 2, created window");
        ulong last = window.Start + window.Size - buffer.Size;
        Transfer(checks, container, edu, buffer, last, "version 2, end of the created window");
        checks.Fails("VFIO_IOMMU_MAP_DMA behind the created window", Errno.ENXIO, () => container.Map(buffer, last + buffer.Size));

        DmaMapping mapping = container.Map(buffer, window.Start);
        checks.Succeeds("VFIO_IOMMU_SPAPR_TCE_REMOVE with memory mapped in the window", window.Dispose);
        checks.True("removing the window has taken the device's way to the memory", edu.IsKeptOut(buffer, window.Start));
        checks.Fails("VFIO_IOMMU_UNMAP_DMA in a window that is gone", Errno.ENXIO, mapping.Dispose);
    }

    private static void TransferInLargePages(Checks checks, VfioContainer container, EduDevice edu)
    {
        using DmaBuffer buffer = new(HugePage, HugePage);
        using SpaprMemory memory = container.Register(buffer);
        foreach (uint shift in new uint[] { 16, 21 })
        {
            using SpaprWindow window = container.CreateSpaprWindow(WindowSize, shift);
            Transfer(checks, container, edu, buffer, window.Start, $"version 2, window with page shift {shift}");
        }
    }

    private static void MapInLargePages(VfioContainer container, DmaBuffer buffer)
    {
        using SpaprWindow window = container.CreateSpaprWindow(WindowSize, 16);
        container.Map(buffer, window.Start).Dispose();
    }

    private static void Transfer(Checks checks, VfioContainer container, EduDevice edu, DmaBuffer buffer, ulong iova, string where)
    {
        using (container.Map(buffer, iova))
            checks.True($"{where}: DMA to the device and back, byte for byte", edu.RoundTrips(buffer, iova, seed: where.Length));
        checks.True($"{where}: DMA to an unmapped address transfers nothing", edu.IsKeptOut(buffer, iova));
    }
}
