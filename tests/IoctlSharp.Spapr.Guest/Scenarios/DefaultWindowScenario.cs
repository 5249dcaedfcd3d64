using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>The default window is removed. The last scenario: a hypervisor does not give that window back to the next container.</summary>
internal static class DefaultWindowScenario
{
    private const ulong Gigabyte = 1ul << 30;
    private const ulong SecondStart = 1ul << 59;

    public static void Run(Checks checks, Platform platform)
    {
        using Session session = new(platform.Device, VfioExtension.SpaprTceV2Iommu);
        VfioContainer container = session.Container;
        using DmaBuffer buffer = new(64 << 10);
        using SpaprMemory memory = container.Register(buffer);
        container.Map(buffer, iova: 0).Dispose();
        checks.Succeeds("VFIO_IOMMU_SPAPR_TCE_REMOVE of the default window", () => container.RemoveWindow(default));
        checks.Fails("VFIO_IOMMU_MAP_DMA without a window", Errno.ENXIO, () => container.Map(buffer, iova: 0));

        SpaprWindow first = container.CreateSpaprWindow(4 * Gigabyte, 12);
        if (platform.HasEeh)
        {
            checks.Hexadecimal("a window in the place of the default one", 0, first.Start);
            using (container.Map(buffer, iova: first.Start))
                checks.True("memory is mapped in it", first.Contains(0, buffer.Size));
            SpaprWindow second = container.CreateSpaprWindow(4 * Gigabyte, 12);
            checks.Hexadecimal("another", SecondStart, second.Start);
            checks.Fails("a third", Errno.ENOSPC, () => container.CreateSpaprWindow(4 * Gigabyte, 12));
            checks.Succeeds("VFIO_IOMMU_SPAPR_TCE_REMOVE of that", second.Dispose);
        }
        else
        {
            // The hypervisor does not give the place of the default window away.
            checks.Hexadecimal("a window without the default one", SecondStart, first.Start);
            checks.Fails("another", Errno.ENODEV, () => container.CreateSpaprWindow(4 * Gigabyte, 12));
        }

        checks.Succeeds("VFIO_IOMMU_SPAPR_TCE_REMOVE of the first", first.Dispose);
    }
}
