using System;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest;

/// <summary>A container with edu's group in it.</summary>
internal sealed class Session : IDisposable
{
    private readonly string _address;

    /// <param name="address">The device.</param>
    /// <param name="type">The IOMMU type to set; none leaves the container without one.</param>
    public Session(string address, VfioExtension? type = null)
    {
        _address = address;
        Container = VfioContainer.Open();
        Group = new PciDevice(address).IommuGroup.Open();
        Group.SetContainer(Container);
        if (type is { } set)
            Container.SetIommu(set);
    }

    public VfioContainer Container { get; }

    public VfioGroup Group { get; }

    public VfioDevice OpenDevice() => Group.GetDevice(_address);

    public void Dispose()
    {
        Group.Dispose();
        Container.Dispose();
    }
}
