using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using IoctlSharp.Vfio;

namespace IoctlSharp.Pci;

/// <summary>A PCI device as sysfs shows it: its driver, its IOMMU group, and binding it to <c>vfio-pci</c>.</summary>
public sealed class PciDevice
{
    private readonly SysfsTree _sysfs;

    internal PciDevice(string address, SysfsTree sysfs)
    {
        _sysfs = sysfs;
        Address = Normalize(address);
        if (!Directory.Exists(sysfs.Device(Address)))
            throw new FileNotFoundException($"There is no PCI device {Address}: see lspci -D.", sysfs.Device(Address));
    }

    /// <summary>Finds a device.</summary>
    /// <param name="address">Domain, bus, device and function as in <c>0000:06:0d.0</c>; the domain may be left out when it is 0000.</param>
    /// <exception cref="FormatException">The address is not of that form.</exception>
    /// <exception cref="FileNotFoundException">There is no such device.</exception>
    public PciDevice(string address)
        : this(address, SysfsTree.System)
    {
    }

    /// <summary>Domain, bus, device and function: <c>0000:06:0d.0</c>.</summary>
    public string Address { get; }

    /// <summary>The vendor id.</summary>
    public ushort VendorId => Id(0);

    /// <summary>The device id.</summary>
    public ushort DeviceId => Id(1);

    /// <summary>The class code: base class, subclass, programming interface, a byte each.</summary>
    public uint ClassCode => Hexadecimal(Value("PCI_CLASS"));

    /// <summary>A PCI-to-PCI or CardBus bridge: its driver only passes on what others do, so that it leaves its group viable. Host and ISA bridges are devices like any other.</summary>
    public bool IsBridge => ClassCode >> 8 is 0x0604 or 0x0607;

    /// <summary>The driver that the device is bound to; null for none.</summary>
    public string? Driver => _sysfs.Uevent(Address).TryGetValue("DRIVER", out string? driver) ? driver : null;

    /// <summary>Whether the device leaves its group viable: it has no driver, a VFIO driver or <c>pci-stub</c>, or is a bridge.</summary>
    public bool IsViable
    {
        get
        {
            string? driver = Driver;
            return driver is null or "pci-stub" or "pcieport" || driver.Contains("vfio") || IsBridge;
        }
    }

    /// <summary>The device's IOMMU group.</summary>
    /// <exception cref="IOException">It has none: there is no IOMMU, or it is off.</exception>
    public IommuGroup IommuGroup => FindIommuGroup()
        ?? throw new IOException($"{Address} has no IOMMU group: there is no IOMMU, or it is off. Turn it on in the firmware and on the kernel's command line (intel_iommu=on).");

    /// <summary>The device's own VFIO file: <c>/dev/vfio/devices/vfio0</c>.</summary>
    /// <exception cref="FileNotFoundException">It has none: it is bound to no VFIO driver, or the kernel lacks <c>CONFIG_VFIO_DEVICE_CDEV</c>.</exception>
    public string CdevPath
    {
        get
        {
            string folder = _sysfs.VfioFiles(Address);
            if (Directory.Exists(folder))
            {
                // Kernels without the files have the folder too, but no device number in it.
                foreach (string entry in Directory.GetFileSystemEntries(folder, "vfio*").Where(entry => File.Exists(Path.Combine(entry, "dev"))))
                    return $"/dev/vfio/devices/{Path.GetFileName(entry)}";
            }

            throw new FileNotFoundException($"{Address} has no VFIO file of its own: bind it to vfio-pci, on a kernel with CONFIG_VFIO_DEVICE_CDEV. Its driver: {Driver ?? "none"}.", folder);
        }
    }

    /// <summary>Opens the device by its own file, for an iommufd.</summary>
    /// <exception cref="FileNotFoundException">It has none: see <see cref="CdevPath"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it: <c>chown</c> it to the user.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public VfioCdev OpenCdev() => VfioCdev.Open(CdevPath);

    /// <summary>Binds the device to <c>vfio-pci</c>, unbinding it from its driver first. Disposing the result restores what was.</summary>
    /// <returns>The binding; where the device was bound to <c>vfio-pci</c> already, one that restores nothing.</returns>
    /// <exception cref="UnauthorizedAccessException">It takes root.</exception>
    /// <exception cref="IOException">The module <c>vfio-pci</c> is not loaded, the device refused, or no driver was bound.</exception>
    public VfioPciBinding BindToVfio() => VfioPciBinding.Bind(this, _sysfs);

    /// <summary>The address, the ids and the driver.</summary>
    public override string ToString() => $"{Address} {VendorId:x4}:{DeviceId:x4} ({Driver ?? "no driver"})";

    internal IommuGroup? FindIommuGroup()
    {
        if (!Directory.Exists(_sysfs.Groups))
            return null;
        foreach (string group in Directory.GetDirectories(_sysfs.Groups))
        {
            if (int.TryParse(Path.GetFileName(group), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && Path.Combine(_sysfs.GroupDevices(number), Address) is var entry
                && (Directory.Exists(entry) || File.Exists(entry)))
                return new IommuGroup(number, _sysfs);
        }

        return null;
    }

    internal static string Normalize(string address)
    {
        if (address is null)
            throw new ArgumentNullException(nameof(address));
        string full = address.Split(':').Length == 2 ? "0000:" + address : address;
        string[] parts = full.Split(':', '.');
        int end = full.Length;
        // The domain has four digits, and more behind Intel's VMD: 10000:e1:00.0.
        bool isWell = end is >= 12 and <= 16 && parts.Length == 4 && full[end - 8] == ':' && full[end - 5] == ':' && full[end - 2] == '.'
            && Array.TrueForAll(parts, part => uint.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _));
        return isWell ? full.ToLowerInvariant() : throw new FormatException($"\"{address}\" is no PCI address: it has the form 0000:06:0d.0.");
    }

    private ushort Id(int index)
    {
        string[] ids = Value("PCI_ID").Split(':');
        return ids.Length == 2 ? (ushort)Hexadecimal(ids[index]) : throw new IOException($"The uevent of {Address} has no PCI_ID.");
    }

    private string Value(string key)
    {
        Dictionary<string, string> uevent = _sysfs.Uevent(Address);
        return uevent.TryGetValue(key, out string? value) ? value : throw new IOException($"The uevent of {Address} has no {key}.");
    }

    private uint Hexadecimal(string text)
        => uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
            ? value
            : throw new IOException($"The uevent of {Address} has \"{text}\" where a hexadecimal number should be.");
}
