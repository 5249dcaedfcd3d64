using IoctlSharp.Tests;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>sPAPR TCE version 2: memory is registered before it is mapped.</summary>
internal static class MemoryScenario
{
    private const ulong Megabyte = 1 << 20;

    [Covers("VFIO_IOMMU_SPAPR_REGISTER_MEMORY"), Covers("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY")]
    public static void Run(Checks checks, Platform platform)
    {
        using DmaBuffer buffer = new(2 * Megabyte);
        using Session session = new(platform.Device);
        VfioContainer container = session.Container;
        checks.Succeeds("VFIO_SET_IOMMU(VFIO_SPAPR_TCE_v2_IOMMU)", () => container.SetIommu(VfioExtension.SpaprTceV2Iommu));
        checks.Fails("VFIO_IOMMU_ENABLE", Errno.ENOTTY, container.Enable);
        checks.Fails("VFIO_IOMMU_DISABLE", Errno.ENOTTY, container.Disable);

        VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = buffer.Address, Size = 64 << 10 };
        checks.Fails("VFIO_IOMMU_MAP_DMA while no memory is registered", Errno.EPERM, () => container.MapDma(map));

        VfioIommuSpaprRegisterMemory memory = new() { Vaddr = buffer.Address, Size = Megabyte };
        checks.Fails("VFIO_IOMMU_SPAPR_REGISTER_MEMORY of a size that is no multiple of the page", Errno.EINVAL, () => container.RegisterMemory(memory with { Size = 100 }));
        checks.Fails("VFIO_IOMMU_SPAPR_REGISTER_MEMORY at an address that is none", Errno.EINVAL, () => container.RegisterMemory(memory with { Vaddr = new UserPointer(buffer.Address.Value + 8) }));
        checks.Succeeds("VFIO_IOMMU_SPAPR_REGISTER_MEMORY of 1 MiB", () => container.RegisterMemory(memory));
        checks.Fails("VFIO_IOMMU_SPAPR_REGISTER_MEMORY of the same again", Errno.EBUSY, () => container.RegisterMemory(memory));
        checks.Fails("VFIO_IOMMU_SPAPR_REGISTER_MEMORY of an overlap", Errno.EINVAL, () => container.RegisterMemory(memory with { Vaddr = UserPointer.From(buffer, Megabyte / 2) }));

        checks.Succeeds("VFIO_IOMMU_MAP_DMA of registered memory", () => container.MapDma(map));
        checks.Fails("VFIO_IOMMU_MAP_DMA of memory beside it", Errno.EINVAL, () => container.MapDma(map with { Vaddr = UserPointer.From(buffer, Megabyte), Iova = 0x10_0000 }));
        checks.Fails("VFIO_IOMMU_MAP_DMA of memory registered in part", Errno.EINVAL, () => container.MapDma(map with { Vaddr = UserPointer.From(buffer, Megabyte - 0x8000), Iova = 0x10_0000 }));
        checks.Fails("VFIO_IOMMU_MAP_DMA outside the window", Errno.ENXIO, () => container.MapDma(map with { Iova = platform.DefaultWindow }));
        checks.Succeeds("VFIO_IOMMU_UNMAP_DMA", () => container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = map.Iova, Size = map.Size }));

        checks.Fails("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY of a part", Errno.ENOENT, () => container.UnregisterMemory(memory with { Size = Megabyte / 2 }));
        checks.Succeeds("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", () => container.UnregisterMemory(memory));
        checks.Fails("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY again", Errno.ENOENT, () => container.UnregisterMemory(memory));
        RegisterAsValue(checks, container);
    }

    private static void RegisterAsValue(Checks checks, VfioContainer container)
    {
        DmaBuffer buffer = new(Megabyte);
        SpaprMemory memory = container.Register(buffer);
        checks.Fails($"a value of registered memory: {memory}; another of the same", Errno.EBUSY, () => container.Register(buffer));
        buffer.Dispose();
        checks.True("the buffer is disposed, and not freed while it is registered", !buffer.IsClosed);
        checks.Succeeds("the value disposed", memory.Dispose);
        checks.True("the buffer is freed with it", buffer.IsClosed);
        checks.Succeeds("the value disposed again, which makes no call", memory.Dispose);
    }
}
