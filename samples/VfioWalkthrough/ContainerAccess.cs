using System;
using System.IO;
using IoctlSharp;
using IoctlSharp.Iommu;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace VfioWalkthrough;

/// <summary>By the device's group, which is put into a container.</summary>
internal sealed class ContainerAccess(Mode mode, Narrator narrator) : DeviceAccess
{
    private const VfioDmaMapFlags ReadWrite = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write;

    private readonly VfioExtension _type = mode == Mode.Type1v2 ? VfioExtension.Type1v2Iommu : VfioExtension.Type1Iommu;
    private VfioContainer? _container;
    private VfioGroup? _group;

    private VfioContainer Container => _container ?? throw new InvalidOperationException("Nothing is set up.");

    public override void SetUp(PciDevice pci)
    {
        narrator.Chapter("Create a container and put the group into it");
        _container = OpenContainer();
        _group = OpenGroup(pci.IommuGroup);

        narrator.Chapter("Enable the IOMMU model we want, and see what it can do");
        narrator.Explain(Commands.VFIO_SET_IOMMU, _type.ToCName());
        Container.SetIommu(_type);
        ShowIommu();
    }

    public override VfioDevice OpenDevice(PciDevice pci)
    {
        narrator.Explain(Commands.VFIO_GROUP_GET_DEVICE_FD, $"\"{pci.Address}\"");
        return _group!.GetDevice(pci.Address);
    }

    public override DmaMapping Map(DmaBuffer memory, ulong iova)
    {
        narrator.Explain(Commands.VFIO_IOMMU_MAP_DMA, Mapping(memory, iova));
        return Container.Map(memory, iova, ReadWrite);
    }

    public override Errno TryMap(DmaBuffer memory, ulong iova) => Container.TryMapDma(Mapping(memory, iova));

    public override (Errno Error, ulong Size) TryUnmap(ulong iova, ulong size)
    {
        VfioIommuType1DmaUnmap unmap = new() { Iova = iova, Size = size };
        Errno error = Container.TryUnmapDma(ref unmap);
        return (error, error == Errno.None ? unmap.Size : 0);
    }

    public override void ExplainUnmap(ulong iova, ulong size)
        => narrator.Explain(Commands.VFIO_IOMMU_UNMAP_DMA, new VfioIommuType1DmaUnmap { Iova = iova, Size = size });

    public override void Dispose()
    {
        _group?.Dispose();
        _container?.Dispose();
    }

    private static VfioIommuType1DmaMap Mapping(DmaBuffer memory, ulong iova)
        => new() { Flags = ReadWrite, Vaddr = memory.Address, Iova = iova, Size = memory.Size };

    private VfioContainer OpenContainer()
    {
        VfioContainer container = mode == Mode.IommufdCompat ? OverIommufd() : VfioContainer.Open();
        narrator.Explain(Commands.VFIO_GET_API_VERSION);
        int version = container.GetApiVersion();
        if (version != ApiVersion)
            throw new InvalidDataException($"The kernel speaks version {version} of the VFIO API, and this program version {ApiVersion}.");
        narrator.Explain(Commands.VFIO_CHECK_EXTENSION, _type.ToCName());
        if (container.CheckExtension(_type) == 0)
            throw new InvalidDataException("The kernel has no type1 IOMMU: load the module vfio_iommu_type1.");
        narrator.Say($"{container}{(mode == Mode.IommufdCompat ? " over an iommufd" : "")}: API version {version}, type1 IOMMU supported");
        return container;
    }

    private static VfioContainer OverIommufd()
    {
        using Iommufd iommufd = Iommufd.Open();
        return new VfioContainer(iommufd);
    }

    private VfioGroup OpenGroup(IommuGroup iommuGroup)
    {
        VfioGroup group = iommuGroup.Open();
        narrator.Explain(Commands.VFIO_GROUP_GET_STATUS, default(VfioGroupStatus));
        VfioGroupStatus status = group.GetStatus();
        narrator.Say($"{group}: {status.Flags.ToCName()}");
        if ((status.Flags & VfioGroupFlags.Viable) == 0)
            throw new InvalidOperationException($"{iommuGroup} is not viable: not all of its devices are bound to VFIO drivers.");
        narrator.Explain(Commands.VFIO_GROUP_SET_CONTAINER, Container);
        group.SetContainer(Container);
        return group;
    }

    private void ShowIommu()
    {
        narrator.Explain(Commands.VFIO_IOMMU_GET_INFO, $"{default(VfioIommuType1Info)}, asked again with the argsz that the kernel wants");
        KernelBuffer<VfioIommuType1Info> info = Container.GetType1Info();
        if ((info.Value.Flags & VfioIommuInfoFlags.PageSizes) != 0)
            narrator.Say($"page sizes 0x{info.Value.IovaPageSizes:x}");
        foreach (Capability capability in info.Capabilities)
        {
            switch ((VfioIommuType1Capability)capability.Id)
            {
                case VfioIommuType1Capability.IovaRange:
                    uint count = capability.Read<VfioIommuType1InfoCapIovaRange>().Count;
                    foreach (VfioIovaRange range in capability.Tail<VfioIovaRange>(16, checked((int)count)))
                        narrator.Say($"I/O addresses 0x{range.Start:x} to 0x{range.End:x}");
                    break;
                case VfioIommuType1Capability.Migration:
                    narrator.Say($"dirty bitmaps of up to {capability.Read<VfioIommuType1InfoCapMigration>().MaxDirtyBitmapSize} bytes");
                    break;
                case VfioIommuType1Capability.DmaAvailable:
                    narrator.Say($"{capability.Read<VfioIommuType1InfoDmaAvail>().Available} mappings can be made");
                    break;
            }
        }
    }
}
