using System;
using System.IO;
using System.Linq;
using IoctlSharp;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace VfioWalkthrough;

/// <summary>The "VFIO Usage Example" of the kernel's document, step by step.</summary>
internal sealed class Walkthrough(string address, Mode mode, Narrator narrator)
{
    private const ulong Megabyte = 1 << 20;

    public void Run()
    {
        PciDevice pci = new(address);
        using VfioPciBinding binding = FindAndBind(pci);
        pci.IommuGroup.ThrowIfNotViable();
        using DeviceAccess access = DeviceAccess.Create(mode, narrator);
        access.SetUp(pci);

        narrator.Chapter("Allocate some space and set up a DMA mapping");
        using DmaBuffer memory = new(Megabyte);
        DmaMapping mapping = access.Map(memory, iova: 0);
        narrator.Say($"{memory.Size / 1024} KiB at {memory.Address} are I/O address 0x{mapping.Iova:x} of the device");

        narrator.Chapter("Get a file descriptor for the device");
        using VfioDevice device = access.OpenDevice(pci);

        narrator.Chapter("Test and set up the device");
        VfioDeviceInfo info = ShowDevice(device);
        ShowRegions(device, info);
        ShowInterrupts(device, info);

        if (EduDevice.IsEdu(pci))
        {
            using EduDevice edu = new(device, narrator);
            edu.ShowInterrupt();
            edu.ShowDma(memory, mapping.Iova);
            Unmap(access, mapping);
            edu.ShowThatUnmappedIsUnreachable(memory, mapping.Iova);
            edu.StopInterrupts();
        }
        else
        {
            narrator.Chapter("Interrupts and DMA: left out");
            narrator.Say($"how {pci.VendorId:x4}:{pci.DeviceId:x4} is told to interrupt and to do DMA only its own driver knows; this program knows QEMU's edu device");
            Unmap(access, mapping);
        }

        ShowManners(access, memory);
        Reset(device, info);
        narrator.Chapter("Done: closing the device and what it was opened by releases everything");
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

    private void Unmap(DeviceAccess access, DmaMapping mapping)
    {
        narrator.Chapter("Unmap");
        access.ExplainUnmap(mapping.Iova, mapping.Size);
        mapping.Dispose();
        narrator.Say($"the kernel unmapped all {mapping.Size} bytes");
    }

    // What the modes differ in.
    private void ShowManners(DeviceAccess access, DmaBuffer memory)
    {
        narrator.Chapter("Map and unmap what cannot be: each IOMMU model has its own manners");
        Errno first = access.TryMap(memory, 0);
        if (first != Errno.None)
            throw new InvalidDataException($"Mapping the memory once more failed with {first}.");
        narrator.Say($"mapping what is mapped: {access.TryMap(memory, 0)}");
        Say("unmapping half of it", access.TryUnmap(0, memory.Size / 2));
        Say("unmapping all of it", access.TryUnmap(0, memory.Size));
        Say("unmapping what is not mapped", access.TryUnmap(0, memory.Size));

        void Say(string what, (Errno Error, ulong Size) result)
            => narrator.Say($"{what}: {(result.Error == Errno.None ? $"{result.Size} bytes" : result.Error)}");
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
