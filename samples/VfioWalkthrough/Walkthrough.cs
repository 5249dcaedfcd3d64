using System;
using System.IO;
using System.Linq;
using IoctlSharp;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace VfioWalkthrough;

/// <summary>The "VFIO Usage Example" of the kernel's document, step by step.</summary>
internal sealed class Walkthrough(string address, Narrator narrator)
{
    private const ulong Megabyte = 1 << 20;

    public void Run()
    {
        PciDevice pci = new(address);
        using VfioPciBinding binding = FindAndBind(pci);
        pci.IommuGroup.ThrowIfNotViable();

        narrator.Chapter("Create a container and put the group into it");
        using VfioContainer container = OpenContainer();
        using VfioGroup group = OpenGroup(pci.IommuGroup, container);

        narrator.Chapter("Enable the IOMMU model we want, and see what it can do");
        narrator.Explain(Commands.VFIO_SET_IOMMU, VfioExtension.Type1Iommu.ToCName());
        container.SetIommu(VfioExtension.Type1Iommu);
        ShowIommu(container);

        narrator.Chapter("Allocate some space and set up a DMA mapping");
        using DmaBuffer memory = new(Megabyte);
        VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = memory.Address, Iova = 0, Size = memory.Size };
        narrator.Explain(Commands.VFIO_IOMMU_MAP_DMA, map);
        DmaMapping mapping = container.Map(memory, map.Iova, map.Flags);
        narrator.Say($"{memory.Size / 1024} KiB at {memory.Address} are I/O address 0x{mapping.Iova:x} of every device in the container");

        narrator.Chapter("Get a file descriptor for the device");
        narrator.Explain(Commands.VFIO_GROUP_GET_DEVICE_FD, $"\"{pci.Address}\"");
        using VfioDevice device = group.GetDevice(pci.Address);

        narrator.Chapter("Test and set up the device");
        VfioDeviceInfo info = ShowDevice(device);
        ShowRegions(device, info);
        ShowInterrupts(device, info);

        if (EduDevice.IsEdu(pci))
        {
            using EduDevice edu = new(device, narrator);
            edu.ShowInterrupt();
            edu.ShowDma(memory, mapping.Iova);
            Unmap(mapping);
            edu.ShowThatUnmappedIsUnreachable(memory, mapping.Iova);
            edu.StopInterrupts();
        }
        else
        {
            narrator.Chapter("Interrupts and DMA: left out");
            narrator.Say($"how {pci.VendorId:x4}:{pci.DeviceId:x4} is told to interrupt and to do DMA only its own driver knows; this program knows QEMU's edu device");
            Unmap(mapping);
        }

        Reset(device, info);
        narrator.Chapter("Done: closing the device, the group and the container releases everything");
    }

    private VfioPciBinding FindAndBind(PciDevice pci)
    {
        narrator.Chapter("Find the device's IOMMU group and bind the device to vfio-pci");
        IommuGroup iommuGroup = pci.IommuGroup;
        narrator.Say($"{pci} is in {iommuGroup}");
        foreach (PciDevice other in iommuGroup.Devices.Where(other => other.Address != pci.Address))
            narrator.Say($"with it: {other}{(other.IsBridge ? ", a bridge" : "")}");

        bool isBound = pci.Driver == "vfio-pci";
        VfioPciBinding binding = pci.BindToVfio();
        narrator.Say(isBound ? "it is bound to vfio-pci already" : "bound to vfio-pci; its driver gets it back when we are done");
        return binding;
    }

    private VfioContainer OpenContainer()
    {
        VfioContainer container = VfioContainer.Open();
        narrator.Explain(Commands.VFIO_GET_API_VERSION);
        int version = container.GetApiVersion();
        if (version != ApiVersion)
            throw new InvalidDataException($"The kernel speaks version {version} of the VFIO API, and this program version {ApiVersion}.");
        narrator.Explain(Commands.VFIO_CHECK_EXTENSION, VfioExtension.Type1Iommu.ToCName());
        if (container.CheckExtension(VfioExtension.Type1Iommu) == 0)
            throw new InvalidDataException("The kernel has no type1 IOMMU: load the module vfio_iommu_type1.");
        narrator.Say($"{container}: API version {version}, type1 IOMMU supported");
        return container;
    }

    private VfioGroup OpenGroup(IommuGroup iommuGroup, VfioContainer container)
    {
        VfioGroup group = iommuGroup.Open();
        narrator.Explain(Commands.VFIO_GROUP_GET_STATUS, default(VfioGroupStatus));
        VfioGroupStatus status = group.GetStatus();
        narrator.Say($"{group}: {status.Flags.ToCName()}");
        if ((status.Flags & VfioGroupFlags.Viable) == 0)
            throw new InvalidOperationException($"{iommuGroup} is not viable: not all of its devices are bound to VFIO drivers.");
        narrator.Explain(Commands.VFIO_GROUP_SET_CONTAINER, container);
        group.SetContainer(container);
        return group;
    }

    private void ShowIommu(VfioContainer container)
    {
        narrator.Explain(Commands.VFIO_IOMMU_GET_INFO, $"{default(VfioIommuType1Info)}, asked again with the argsz that the kernel wants");
        KernelBuffer<VfioIommuType1Info> info = container.GetType1Info();
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

    private VfioDeviceInfo ShowDevice(VfioDevice device)
    {
        narrator.Explain(Commands.VFIO_DEVICE_GET_INFO, default(VfioDeviceInfo));
        VfioDeviceInfo info = device.GetInfo().Value;
        narrator.Say($"{device}: {info.RegionCount} regions, {info.IrqCount} interrupts, {info.Flags.ToCName()}");
        return info;
    }

    private void ShowRegions(VfioDevice device, VfioDeviceInfo info)
    {
        for (uint i = 0; i < info.RegionCount; i++)
        {
            narrator.Explain(Commands.VFIO_DEVICE_GET_REGION_INFO, new VfioRegionInfo { Index = i });
            Errno error = device.TryGetRegionInfo(i, out KernelBuffer<VfioRegionInfo> region);
            if (error == Errno.EINVAL)
                narrator.Say($"region {i} ({((VfioPciRegion)i).ToCName()}): the device has none");
            else if (error != Errno.None)
                throw new IoctlException(Commands.VFIO_DEVICE_GET_REGION_INFO, error);
            else if (region.Value.Size > 0)
                narrator.Say($"region {i} ({((VfioPciRegion)i).ToCName()}): {region.Value.Size} bytes at offset 0x{region.Value.Offset:x}, {region.Value.Flags.ToCName()}");
        }
    }

    private void ShowInterrupts(VfioDevice device, VfioDeviceInfo info)
    {
        for (uint i = 0; i < info.IrqCount; i++)
        {
            narrator.Explain(Commands.VFIO_DEVICE_GET_IRQ_INFO, new VfioIrqInfo { Index = i });
            Errno error = device.TryGetIrqInfo(i, out VfioIrqInfo irq);
            if (error == Errno.EINVAL)
                narrator.Say($"interrupt {i} ({((VfioPciIrq)i).ToCName()}): the device has none");
            else if (error != Errno.None)
                throw new IoctlException(Commands.VFIO_DEVICE_GET_IRQ_INFO, error);
            else if (irq.Count > 0)
                narrator.Say($"interrupt {i} ({((VfioPciIrq)i).ToCName()}): {irq.Count}, {irq.Flags.ToCName()}");
        }
    }

    private void Unmap(DmaMapping mapping)
    {
        narrator.Chapter("Unmap");
        narrator.Explain(Commands.VFIO_IOMMU_UNMAP_DMA, new VfioIommuType1DmaUnmap { Iova = mapping.Iova, Size = mapping.Size });
        mapping.Dispose();
        narrator.Say($"the kernel unmapped all {mapping.Size} bytes");
    }

    private void Reset(VfioDevice device, VfioDeviceInfo info)
    {
        narrator.Chapter("Gratuitous device reset and go");
        if ((info.Flags & VfioDeviceFlags.Reset) == 0)
        {
            narrator.Say("the device cannot be reset by itself (its info lacks VFIO_DEVICE_FLAGS_RESET)");
            return;
        }

        narrator.Explain(Commands.VFIO_DEVICE_RESET);
        device.Reset();
        narrator.Say("reset");
    }
}
