// M073: Calls are made in the wrong order
// Seen in: chimera-nas/libevpl#86; DPDK 998c89f148, 36c3c4df13; cloud-hypervisor#3078
// Outcome: IOCTL4060

using IoctlSharp.Vfio;


internal static class Containers
{
    public static void Map(VfioGroup group, in VfioIommuType1DmaMap map)
    {
        using VfioContainer container = VfioContainer.Open();
        group.SetContainer(container);
        [|container.MapDma(map)|];
        container.SetIommu(VfioExtension.Type1v2Iommu);
    }
}
