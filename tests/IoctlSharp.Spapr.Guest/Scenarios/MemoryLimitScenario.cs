using IoctlSharp.Spapr.Guest.Machine;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>What counts against RLIMIT_MEMLOCK, for a user whom it binds: the whole window in version 1, registered memory and tables in version 2.</summary>
internal static class MemoryLimitScenario
{
    private const ulong Low = 64 << 10;
    private const ulong High = 4ul << 30;
    private const ulong Megabyte = 1 << 20;

    public static void Run(Checks checks, Platform platform)
    {
        ulong before = MemoryLock.Locked;
        using (Session session = new(platform.Device, VfioExtension.SpaprTceIommu))
            RunVersionOne(checks, platform, session.Container);
        Grows(checks, "with the container closed", 0, before);
        using (Session session = new(platform.Device, VfioExtension.SpaprTceV2Iommu))
            RunVersionTwo(checks, session.Container);
        Grows(checks, "with the container closed", 0, before);
    }

    private static void RunVersionOne(Checks checks, Platform platform, VfioContainer container)
    {
        using DmaBuffer buffer = new(Megabyte);
        ulong before = MemoryLock.Locked;
        MemoryLock.AsNobody(Low, () => checks.Fails("version 1: VFIO_IOMMU_ENABLE with a limit of 64 KiB", Errno.ENOMEM, container.Enable));
        Grows(checks, "after that", 0, before);
        MemoryLock.AsNobody(High, () =>
        {
            checks.Succeeds("VFIO_IOMMU_ENABLE with a limit of 4 GiB", container.Enable);
            Grows(checks, "with the container enabled", platform.DefaultWindow, before);
            using (container.Map(buffer, iova: 0))
                Grows(checks, "with 1 MiB mapped: not that, but the window's table", platform.DefaultWindow + platform.DefaultTable, before);
            checks.Succeeds("VFIO_IOMMU_DISABLE", container.Disable);
            Grows(checks, "with the container disabled", platform.DefaultTable, before);
        });
    }

    private static void RunVersionTwo(Checks checks, VfioContainer container)
    {
        using DmaBuffer buffer = new(Megabyte);
        VfioIommuSpaprRegisterMemory memory = new() { Vaddr = buffer.Address, Size = buffer.Size };
        VfioIommuSpaprTceCreate window = new() { PageShift = 12, WindowSize = High, Levels = 1 };
        // The first mapping would make the default window, whose table counts too: what is measured here begins with it.
        checks.Succeeds("version 2: a first window, which makes the default one", () => container.CreateSpaprWindow(window.WindowSize, window.PageShift).Dispose());
        ulong before = MemoryLock.Locked;
        MemoryLock.AsNobody(Low, () =>
        {
            checks.Fails("VFIO_IOMMU_SPAPR_REGISTER_MEMORY of 1 MiB with a limit of 64 KiB", Errno.ENOMEM, () => container.RegisterMemory(memory));
            checks.Fails("VFIO_IOMMU_SPAPR_TCE_CREATE with a limit of 64 KiB", Errno.ENOMEM, () => container.CreateWindow(window));
        });
        Grows(checks, "after that", 0, before);

        MemoryLock.AsNobody(High, () =>
        {
            checks.Succeeds("VFIO_IOMMU_SPAPR_REGISTER_MEMORY with a limit of 4 GiB", () => container.RegisterMemory(memory));
            Grows(checks, "with 1 MiB registered", Megabyte, before);
            using (container.Map(buffer, iova: 0))
                Grows(checks, "with it mapped, which is not counted again", Megabyte, before);

            using (container.CreateSpaprWindow(window.WindowSize, window.PageShift))
                checks.True($"with a window too VmLck has grown by its table: {MemoryLock.Locked - before - Megabyte} bytes, at least 8 for each of its pages", MemoryLock.Locked - before - Megabyte >= window.WindowSize >> (int)window.PageShift << 3);
            Grows(checks, "with the window removed", Megabyte, before);

            checks.Succeeds("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", () => container.UnregisterMemory(memory));
            Grows(checks, "with nothing registered", 0, before);
        });
    }

    private static void Grows(Checks checks, string when, ulong growth, ulong before) => checks.Equal($"growth of VmLck {when}", growth, MemoryLock.Locked - before);
}
