using System;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A device as a driver has it that knows no groups: opened by its own file and bound to an iommufd.</summary>
internal sealed class OpenCdev : IDisposable
{
    private readonly bool _ownsIommufd;

    public OpenCdev(string address)
        : this(address, Iommufd.Open()) => _ownsIommufd = true;

    public OpenCdev(string address, Iommufd iommufd)
    {
        Iommufd = iommufd;
        Device = new PciDevice(address).OpenCdev();
        try
        {
            Id = Device.Bind(iommufd);
        }
        catch
        {
            // An open device would make every later test of it fail.
            Device.Dispose();
            throw;
        }
    }

    public Iommufd Iommufd { get; }

    public VfioCdev Device { get; }

    public DeviceId Id { get; }

    /// <summary>A new address space that the device is attached to.</summary>
    public IoasId Attach()
    {
        IoasId ioas = Iommufd.AllocateIoas();
        Device.Attach(ioas);
        return ioas;
    }

    public void Dispose()
    {
        Device.Dispose();
        if (_ownsIommufd)
            Iommufd.Dispose();
    }
}
