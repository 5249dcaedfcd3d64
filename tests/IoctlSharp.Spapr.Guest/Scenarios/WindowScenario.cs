using System;
using System.Linq;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>sPAPR TCE version 2: windows are created and removed.</summary>
internal static class WindowScenario
{
    private const ulong Gigabyte = 1ul << 30;
    private const ulong SecondStart = 1ul << 59;

    [Covers("VFIO_IOMMU_SPAPR_TCE_CREATE"), Covers("VFIO_IOMMU_SPAPR_TCE_REMOVE")]
    public static void Run(Checks checks, Platform platform)
    {
        using Session session = new(platform.Device, VfioExtension.SpaprTceV2Iommu);
        ReadInfo(checks, platform, session.Container);
        CreateEachShift(checks, platform, session.Container);
        CreateEachLevel(checks, platform, session.Container);
        RefuseOthers(checks, session.Container);
        FillAndRemove(checks, session.Container);
    }

    private static void ReadInfo(Checks checks, Platform platform, VfioContainer container)
    {
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        checks.Equal("flags", VfioSpaprTceInfoFlags.DynamicWindows, info.Flags);
        checks.Hexadecimal("start of the default window", 0, info.Dma32WindowStart);
        checks.Hexadecimal("size of the default window", platform.DefaultWindow, info.Dma32WindowSize);
        checks.True("its last page lies within it, the next does not", info.DefaultWindowContains(platform.DefaultWindow - 4096, 4096) && !info.DefaultWindowContains(platform.DefaultWindow, 4096));
        checks.Equal("windows", 2u, info.Ddw.MaxDynamicWindowsSupported);
        checks.Equal("levels", platform.Levels, info.Ddw.Levels);
        checks.Hexadecimal("page sizes", platform.PageSizes, info.Ddw.PageSizes);
        checks.Equal("as shifts", string.Join(" ", Enumerable.Range(0, 64).Where(shift => (platform.PageSizes >> shift & 1) != 0)), string.Join(" ", info.Ddw.PageShifts));
    }

    // The mask says all about page sizes: every one in it can be created, and no other.
    private static void CreateEachShift(Checks checks, Platform platform, VfioContainer container)
    {
        foreach (uint shift in new uint[] { 12, 13, 16, 21, 24, 30 })
        {
            ulong size = shift == 30 ? 32 * Gigabyte : 4 * Gigabyte;
            string what = $"VFIO_IOMMU_SPAPR_TCE_CREATE of {size / Gigabyte} GiB with page shift {shift}";
            if ((platform.PageSizes >> (int)shift & 1) == 0)
            {
                checks.Fails(what, Errno.EINVAL, () => container.CreateSpaprWindow(size, shift));
                continue;
            }

            using SpaprWindow window = container.CreateSpaprWindow(size, shift);
            checks.Hexadecimal(what, SecondStart, window.Start);
            checks.True($"a window as a value: {window}", window.Size == size && window.PageShift == shift && window.PageSize == 1ul << (int)shift && window.Levels == 1);
        }
    }

    private static void CreateEachLevel(Checks checks, Platform platform, VfioContainer container)
    {
        const uint shift = 16;
        const ulong size = 64 * Gigabyte;
        for (uint levels = 0; levels <= platform.MostLevels + 1; levels++)
        {
            string what = $"VFIO_IOMMU_SPAPR_TCE_CREATE of 64 GiB with page shift 16 and {levels} levels";
            if (levels > platform.MostLevels || (levels == 0 && !platform.AcceptsNoLevels))
            {
                checks.Fails(what, Errno.EINVAL, () => container.CreateSpaprWindow(size, shift, levels));
                continue;
            }

            using SpaprWindow window = container.CreateSpaprWindow(size, shift, levels);
            checks.Hexadecimal(what, SecondStart, window.Start);
        }
    }

    private static void RefuseOthers(Checks checks, VfioContainer container)
    {
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_CREATE of size 0", Errno.EINVAL, () => container.CreateSpaprWindow(0, 12));
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_CREATE of a size that is no power of two", Errno.EINVAL, () => container.CreateSpaprWindow(3 * Gigabyte, 12));
        checks.Error("VFIO_IOMMU_SPAPR_TCE_CREATE, argsz 8", Errno.EINVAL, RawCall.Make(container, Commands.VFIO_IOMMU_SPAPR_TCE_CREATE, 8, 0, 12, 0, 0, 1, 1));
        checks.Error("VFIO_IOMMU_SPAPR_TCE_CREATE with flags", Errno.EINVAL, RawCall.Make(container, Commands.VFIO_IOMMU_SPAPR_TCE_CREATE, 40, 1, 12, 0, 0, 1, 1));
    }

    private static void FillAndRemove(Checks checks, VfioContainer container)
    {
        SpaprWindow window = container.CreateSpaprWindow(4 * Gigabyte, 12);
        checks.Hexadecimal("the second window, besides the default one", SecondStart, window.Start);
        checks.Fails("a third window", Errno.ENOSPC, () => container.CreateSpaprWindow(4 * Gigabyte, 12));
        checks.Succeeds("VFIO_IOMMU_SPAPR_TCE_REMOVE of its start", window.Dispose);
        checks.Succeeds("the window disposed again, which makes no call", window.Dispose);
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_REMOVE where no window is", Errno.EINVAL, () => container.RemoveWindow(new VfioIommuSpaprTceRemove { StartAddress = window.Start }));

        // Why a window keeps its exact start to itself.
        window = container.CreateSpaprWindow(4 * Gigabyte, 12);
        checks.Succeeds("VFIO_IOMMU_SPAPR_TCE_REMOVE of an address inside it", () => container.RemoveWindow(new VfioIommuSpaprTceRemove { StartAddress = window.Start + 0x123_4000 }));
        checks.Fails("the window disposed when it is gone", Errno.EINVAL, window.Dispose);
    }
}
