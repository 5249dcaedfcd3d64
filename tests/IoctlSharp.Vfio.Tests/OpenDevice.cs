using System;
using IoctlSharp.Pci;

namespace IoctlSharp.Vfio.Tests;

/// <summary>A device as a driver has it: alone in its container, unless it is opened into another one's.</summary>
internal sealed class OpenDevice : IDisposable
{
    private readonly bool _ownsContainer;

    public OpenDevice(string address, VfioExtension type = VfioExtension.Type1v2Iommu)
        : this(address, VfioContainer.Open(), type)
    {
        _ownsContainer = true;
    }

    public OpenDevice(string address, VfioContainer container)
        : this(address, container, null)
    {
    }

    private OpenDevice(string address, VfioContainer container, VfioExtension? type)
    {
        Container = container;
        Pci = new PciDevice(address);
        Group = Pci.IommuGroup.Open();
        try
        {
            Group.SetContainer(container);
            if (type is { } set)
                container.SetIommu(set);
            Device = Group.GetDevice(address);
        }
        catch
        {
            // An open group would make every later test of the device fail.
            Group.Dispose();
            throw;
        }
    }

    public PciDevice Pci { get; }

    public VfioContainer Container { get; }

    public VfioGroup Group { get; }

    public VfioDevice Device { get; }

    public void Dispose()
    {
        Device.Dispose();
        Group.Dispose();
        if (_ownsContainer)
            Container.Dispose();
    }
}
