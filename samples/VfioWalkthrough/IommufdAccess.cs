using System;
using IoctlSharp;
using IoctlSharp.Iommu;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;
using static IoctlSharp.Iommu.IommufdIoctls;

namespace VfioWalkthrough;

/// <summary>By the device's own file, which is bound to an iommufd and attached to an address space there.</summary>
internal sealed class IommufdAccess(Narrator narrator) : DeviceAccess
{
    private const IommuIoasMapFlags ReadWrite = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable;

    private Iommufd? _iommufd;
    private VfioCdev? _device;
    private IoasId _ioas;

    private Iommufd Iommufd => _iommufd ?? throw new InvalidOperationException("Nothing is set up.");

    public override void SetUp(PciDevice pci)
    {
        narrator.Chapter("Open an iommufd and bind the device to it");
        _iommufd = Iommufd.Open();
        _device = pci.OpenCdev();
        narrator.Explain(VfioIoctls.Commands.VFIO_DEVICE_BIND_IOMMUFD, Iommufd);
        DeviceId id = _device.Bind(Iommufd);
        narrator.Say($"{pci.CdevPath} is {id} of {Iommufd}");

        narrator.Chapter("See what the IOMMU is, and attach the device to an address space of it");
        narrator.Explain(Commands.IOMMU_GET_HW_INFO, new IommuHwInfo { DevId = id });
        narrator.Say($"{Iommufd.GetHwInfo(id).Value.OutDataType.ToCName()}");
        narrator.Explain(Commands.IOMMU_IOAS_ALLOC, default(IommuIoasAlloc));
        _ioas = Iommufd.AllocateIoas();
        narrator.Explain(VfioIoctls.Commands.VFIO_DEVICE_ATTACH_IOMMUFD_PT, new VfioDeviceAttachIommufdPt { PtId = _ioas });
        narrator.Say($"attached to {_ioas}: {_device.Attach(_ioas)}");
        ShowRanges();
    }

    public override VfioDevice OpenDevice(PciDevice pci)
    {
        narrator.Say("it is open since it was bound");
        return _device!;
    }

    public override DmaMapping Map(DmaBuffer memory, ulong iova)
    {
        narrator.Explain(Commands.IOMMU_IOAS_MAP, Mapping(memory, iova));
        return Iommufd.Map(_ioas, memory, iova, ReadWrite);
    }

    public override Errno TryMap(DmaBuffer memory, ulong iova)
    {
        IommuIoasMap map = Mapping(memory, iova);
        return Iommufd.TryMapMemory(ref map);
    }

    public override (Errno Error, ulong Size) TryUnmap(ulong iova, ulong size)
    {
        IommuIoasUnmap unmap = new() { IoasId = _ioas, Iova = iova, Length = size };
        Errno error = Iommufd.TryUnmapMemory(ref unmap);
        return (error, error == Errno.None ? unmap.Length : 0);
    }

    public override void ExplainUnmap(ulong iova, ulong size)
        => narrator.Explain(Commands.IOMMU_IOAS_UNMAP, new IommuIoasUnmap { IoasId = _ioas, Iova = iova, Length = size });

    public override void Dispose()
    {
        _device?.Dispose();
        _iommufd?.Dispose();
    }

    private IommuIoasMap Mapping(DmaBuffer memory, ulong iova)
        => new() { IoasId = _ioas, Flags = ReadWrite | IommuIoasMapFlags.FixedIova, UserVa = memory.Address, Length = memory.Size, Iova = iova };

    private void ShowRanges()
    {
        narrator.Explain(Commands.IOMMU_IOAS_IOVA_RANGES, $"{new IommuIoasIovaRanges { IoasId = _ioas }}, asked again with room for num_iovas");
        KernelBuffer<IommuIoasIovaRanges> ranges = Iommufd.GetIovaRanges(_ioas);
        foreach (IommuIovaRange range in ranges.Tail<IommuIovaRange>(checked((int)ranges.Value.NumIovas)))
            narrator.Say($"I/O addresses 0x{range.Start:x} to 0x{range.Last:x}");
    }
}
