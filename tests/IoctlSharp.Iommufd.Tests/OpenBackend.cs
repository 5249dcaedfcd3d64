using System;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A device with one of the backends behind it, and mapping and unmapping with it.</summary>
internal sealed class OpenBackend : IDisposable
{
    private readonly OpenDevice? _grouped;
    private readonly OpenCdev? _cdev;
    private readonly IoasId _ioas;

    public OpenBackend(Backend backend, string address)
    {
        VfioExtension type = backend is Backend.Type1 or Backend.IommufdType1 ? VfioExtension.Type1Iommu : VfioExtension.Type1v2Iommu;
        switch (backend)
        {
            case Backend.Type1 or Backend.Type1v2:
                _grouped = new OpenDevice(address, type);
                break;
            case Backend.IommufdType1 or Backend.IommufdType1v2:
                using (Iommufd iommufd = Iommufd.Open())
                    _grouped = new OpenDevice(address, new VfioContainer(iommufd));
                _grouped.Container.SetIommu(type);
                break;
            default:
                _cdev = new OpenCdev(address);
                _ioas = _cdev.Attach();
                break;
        }
    }

    public VfioDevice Device => _grouped?.Device ?? _cdev!.Device;

    public Errno Map(DmaBuffer memory, ulong iova)
    {
        if (_grouped is not null)
            return _grouped.Container.TryMapDma(new() { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = memory.Address, Iova = iova, Size = memory.Size });
        const IommuIoasMapFlags flags = IommuIoasMapFlags.FixedIova | IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable;
        IommuIoasMap map = new() { IoasId = _ioas, Flags = flags, UserVa = memory.Address, Length = memory.Size, Iova = iova };
        return _cdev!.Iommufd.TryMapMemory(ref map);
    }

    /// <summary>The error, and what the kernel left in the field for the size.</summary>
    public (Errno Error, ulong Size) Unmap(ulong iova, ulong size)
    {
        if (_grouped is not null)
        {
            VfioIommuType1DmaUnmap unmap = new() { Iova = iova, Size = size };
            return (_grouped.Container.TryUnmapDma(ref unmap), unmap.Size);
        }

        IommuIoasUnmap unmapFromIoas = new() { IoasId = _ioas, Iova = iova, Length = size };
        return (_cdev!.Iommufd.TryUnmapMemory(ref unmapFromIoas), unmapFromIoas.Length);
    }

    public (Errno Error, ulong Size) UnmapAll()
    {
        if (_grouped is null)
            return Unmap(0, ulong.MaxValue);
        VfioIommuType1DmaUnmap unmap = new() { Flags = VfioDmaUnmapFlags.All };
        return (_grouped.Container.TryUnmapDma(ref unmap), unmap.Size);
    }

    public void Dispose()
    {
        _cdev?.Dispose();
        _grouped?.Dispose();
        // A container over an iommufd was opened here; closing type1's own twice is no harm.
        _grouped?.Container.Dispose();
    }
}
