using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Vfio;

namespace IoctlSharp.Pci;

/// <summary>An IOMMU group: the smallest set of devices that the IOMMU can isolate.</summary>
public sealed class IommuGroup
{
    private readonly SysfsTree _sysfs;

    internal IommuGroup(int number, SysfsTree sysfs)
    {
        Number = number;
        _sysfs = sysfs;
    }

    /// <summary>The group's number.</summary>
    public int Number { get; }

    /// <summary>The group's file: <c>/dev/vfio/26</c>. It is there once a device of the group is bound to a VFIO driver.</summary>
    public string DevicePath => $"/dev/vfio/{(IsWithoutIommu ? "noiommu-" : "")}{Number}";

    /// <summary>The PCI devices of the group.</summary>
    /// <exception cref="IOException">The group is gone.</exception>
    public IReadOnlyList<PciDevice> Devices
        => Directory.GetFileSystemEntries(_sysfs.GroupDevices(Number))
            .Select(entry => Path.GetFileName(entry)!)
            .Where(name => Directory.Exists(_sysfs.Device(name)))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new PciDevice(name, _sysfs))
            .ToList();

    /// <summary>The devices that make the group non-viable: they are bound to a driver that is no VFIO driver. Bridges are exempt.</summary>
    public IReadOnlyList<PciDevice> BlockingDevices => Devices.Where(device => !device.IsViable).ToList();

    /// <summary>Fails when the group is not viable, naming the devices and drivers that make it so.</summary>
    /// <exception cref="InvalidOperationException">The group is not viable.</exception>
    public void ThrowIfNotViable()
    {
        IReadOnlyList<PciDevice> blocking = BlockingDevices;
        if (blocking.Count > 0)
        {
            string culprits = string.Join(", ", blocking.Select(device => $"{device.Address} is bound to {device.Driver}"));
            throw new InvalidOperationException($"IOMMU group {Number} is not viable: {culprits}. Bind every device of the group to vfio-pci, or to no driver.");
        }
    }

    /// <summary>Opens the group, once its viability is checked.</summary>
    /// <exception cref="InvalidOperationException">The group is not viable.</exception>
    /// <exception cref="FileNotFoundException">None of the group's devices is bound to a VFIO driver.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it: <c>chown</c> it to the user.</exception>
    /// <exception cref="IOException">The group cannot be opened; EBUSY when somebody else has it open, or a device of it by the device's own file.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public VfioGroup Open()
    {
        ThrowIfNotViable();
        return VfioGroup.Open(DevicePath);
    }

    // VFIO made it up for a device that no IOMMU has (enable_unsafe_noiommu_mode); such groups alone have that name.
    private bool IsWithoutIommu => File.Exists(_sysfs.GroupName(Number)) && SysfsTree.Read(_sysfs.GroupName(Number)) == "vfio-noiommu";

    /// <summary>The number.</summary>
    public override string ToString() => $"IOMMU group {Number}";
}
