using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Pci;

namespace IoctlSharp.Definitions.Tests.Pci;

/// <summary>A sysfs tree on disk whose PCI files do what the kernel's driver core does.</summary>
internal sealed class FakeSysfs : SysfsTree, IDisposable
{
    private readonly string _root;
    private readonly bool _hasOverride;
    private readonly Dictionary<string, FakeDevice> _devices = [];
    private readonly HashSet<string> _newIds = [];

    public FakeSysfs(bool hasOverride = true)
        : this(Directory.CreateTempSubdirectory("ioctlsharp-").FullName, hasOverride)
    {
    }

    private FakeSysfs(string root, bool hasOverride)
        : base(root)
    {
        _root = root;
        _hasOverride = hasOverride;
        Directory.CreateDirectory(Path.Combine(root, "kernel/iommu_groups"));
    }

    /// <summary>What was written: <c>drivers/vfio-pci/unbind 0000:00:01.0</c>.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>Every write is refused, as to anyone but root.</summary>
    public bool IsReadOnly { get; set; }

    public void AddDriver(string name) => Directory.CreateDirectory(Driver(name));

    public FakeDevice AddDevice(string address, string id, string? driver, int? group = null, uint classCode = 0x00ff00)
    {
        FakeDevice device = new(address, id, driver) { ClassCode = classCode };
        _devices.Add(address, device);
        Directory.CreateDirectory(Device(address));
        if (driver is not null)
            AddDriver(driver);
        if (group is { } number)
            Directory.CreateDirectory(Path.Combine(GroupDevices(number), address));
        Show(device);
        return device;
    }

    public override void Write(string file, string text, string purpose)
    {
        if (IsReadOnly)
            throw new UnauthorizedAccessException($"{purpose}: {file} cannot be written, which takes root.");
        string[] parts = Path.GetRelativePath(Path.Combine(_root, "bus/pci"), file).Split('/');
        Writes.Add($"{string.Join('/', parts)} {text}".Replace("\n", "\\n", StringComparison.Ordinal));
        switch (parts)
        {
            case ["drivers", string driver, "unbind"]:
                Require(_devices[text].Driver == driver, "ENODEV");
                _devices[text].Driver = null;
                break;
            case ["drivers", string driver, "bind"]:
                Require(_devices[text].Driver is null && Matches(_devices[text], driver), "ENODEV");
                Probe(_devices[text], driver);
                break;
            case ["drivers", _, "new_id"]:
                _newIds.Add(text);
                foreach (FakeDevice device in _devices.Values.Where(device => device.Driver is null && Matches(device, "vfio-pci")))
                    Probe(device, "vfio-pci");
                break;
            case ["drivers", _, "remove_id"]:
                Require(_newIds.Remove(text), "ENODEV");
                break;
            case ["drivers_probe"]:
                if (_devices[text].Driver is null && (_devices[text].Override ?? _devices[text].Native) is { } match)
                    Probe(_devices[text], match);
                break;
            case ["devices", string address, "driver_override"]:
                _devices[address].Override = text == "\n" ? null : text;
                break;
            default:
                throw new IOException($"There is no {file}.");
        }

        foreach (FakeDevice device in _devices.Values)
            Show(device);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private bool Matches(FakeDevice device, string driver)
        => device.Override is { } chosen ? chosen == driver : device.Native == driver || (driver == "vfio-pci" && _newIds.Contains(device.Id.Replace(':', ' ')));

    private static void Probe(FakeDevice device, string driver)
    {
        if (!device.Refusing.Contains(driver))
            device.Driver = driver;
    }

    private static void Require(bool condition, string error)
    {
        if (!condition)
            throw new IOException($"The kernel says {error}.");
    }

    private void Show(FakeDevice device)
    {
        string driver = device.Driver is null ? "" : $"DRIVER={device.Driver}\n";
        File.WriteAllText(Path.Combine(Device(device.Address), "uevent"), $"{driver}PCI_CLASS={device.ClassCode:X}\nPCI_ID={device.Id.ToUpperInvariant()}\nPCI_SLOT_NAME={device.Address}\n");
        if (_hasOverride)
            File.WriteAllText(Path.Combine(Device(device.Address), "driver_override"), $"{device.Override ?? "(null)"}\n");
    }
}
