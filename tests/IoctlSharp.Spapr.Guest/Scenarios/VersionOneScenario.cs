using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>sPAPR TCE version 1: one window, accounted as a whole when the container is enabled.</summary>
internal static class VersionOneScenario
{
    private const ulong MappingSize = 64 << 10;
    private const VfioDmaMapFlags ReadWrite = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write;

    [Covers("VFIO_IOMMU_SPAPR_TCE_GET_INFO"), Covers("VFIO_IOMMU_ENABLE"), Covers("VFIO_IOMMU_DISABLE"), Covers("VFIO_IOMMU_MAP_DMA"), Covers("VFIO_IOMMU_UNMAP_DMA")]
    public static void Run(Checks checks, Platform platform)
    {
        using DmaBuffer buffer = new(MappingSize);
        using Session session = new(platform.Device);
        VfioContainer container = session.Container;
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_GET_INFO before a type is set", Errno.EINVAL, () => container.GetSpaprTceInfo());
        checks.Succeeds("VFIO_SET_IOMMU(VFIO_SPAPR_TCE_IOMMU)", () => container.SetIommu(VfioExtension.SpaprTceIommu));

        checks.Error("VFIO_IOMMU_SPAPR_TCE_GET_INFO, argsz 8", Errno.EINVAL, RawCall.Make(container, Commands.VFIO_IOMMU_SPAPR_TCE_GET_INFO, 8));
        checks.Error("VFIO_IOMMU_SPAPR_TCE_GET_INFO, argsz 16", Errno.None, RawCall.Make(container, Commands.VFIO_IOMMU_SPAPR_TCE_GET_INFO, 16));
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        checks.Equal("flags", default, info.Flags);
        checks.Hexadecimal("start of the window", 0, info.Dma32WindowStart);
        checks.Hexadecimal("size of the window", platform.DefaultWindow, info.Dma32WindowSize);
        checks.Hexadecimal("page sizes of further windows", 0, info.Ddw.PageSizes);

        VfioIommuType1DmaMap map = new() { Flags = ReadWrite, Vaddr = buffer.Address, Iova = 0x10000, Size = MappingSize };
        VfioIommuType1DmaUnmap unmap = new() { Iova = map.Iova, Size = map.Size };
        checks.Fails("VFIO_IOMMU_MAP_DMA before VFIO_IOMMU_ENABLE", Errno.EPERM, () => container.MapDma(map));
        checks.Succeeds("VFIO_IOMMU_ENABLE", container.Enable);
        checks.Fails("VFIO_IOMMU_ENABLE again", Errno.EBUSY, container.Enable);

        checks.Succeeds("VFIO_IOMMU_MAP_DMA of 64 KiB", () => container.MapDma(map));
        checks.Succeeds("VFIO_IOMMU_MAP_DMA of the same again", () => container.MapDma(map));
        checks.Fails("VFIO_IOMMU_MAP_DMA of 100 bytes", Errno.EINVAL, () => container.MapDma(map with { Size = 100 }));
        checks.Fails("VFIO_IOMMU_MAP_DMA without flags", Errno.EINVAL, () => container.MapDma(map with { Flags = default }));
        checks.Fails("VFIO_IOMMU_MAP_DMA with flag 8", Errno.EINVAL, () => container.MapDma(map with { Flags = (VfioDmaMapFlags)8 }));
        checks.Fails("VFIO_IOMMU_MAP_DMA outside the window", Errno.ENXIO, () => container.MapDma(map with { Iova = platform.DefaultWindow }));

        checks.Succeeds("VFIO_IOMMU_UNMAP_DMA", () => container.UnmapDma(unmap));
        checks.Succeeds("VFIO_IOMMU_UNMAP_DMA again", () => container.UnmapDma(unmap));
        checks.Hexadecimal("size, which the kernel does not write back", MappingSize, container.UnmapDma(unmap));
        checks.Fails("VFIO_IOMMU_UNMAP_DMA with VFIO_DMA_UNMAP_FLAG_ALL", Errno.EINVAL, () => container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All }));
        using (DmaMapping mapping = container.Map(buffer, iova: 0x20000))
            checks.True($"a mapping as a value: {mapping}", mapping.Size == MappingSize);

        VfioIommuSpaprRegisterMemory memory = new() { Vaddr = buffer.Address, Size = buffer.Size };
        checks.Fails("VFIO_IOMMU_SPAPR_REGISTER_MEMORY", Errno.ENOTTY, () => container.RegisterMemory(memory));
        checks.Fails("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", Errno.ENOTTY, () => container.UnregisterMemory(memory));
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_CREATE", Errno.ENOTTY, () => container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 12, WindowSize = 1ul << 32, Levels = 1 }));
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_REMOVE", Errno.ENOTTY, () => container.RemoveWindow(default));

        checks.Succeeds("VFIO_IOMMU_DISABLE", container.Disable);
        checks.Succeeds("VFIO_IOMMU_DISABLE again", container.Disable);
        checks.Fails("VFIO_IOMMU_MAP_DMA after VFIO_IOMMU_DISABLE", Errno.EPERM, () => container.MapDma(map));
    }
}
