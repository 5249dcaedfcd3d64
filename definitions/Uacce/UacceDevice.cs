using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IoctlSharp.Uacce;

/// <summary>An accelerator as sysfs shows it (<c>/sys/class/uacce/hisi_zip-0</c>). Every property asks the kernel again. Its queues are used through a <see cref="UacceSession"/>.</summary>
public sealed class UacceDevice
{
    private const string Class = "class/uacce";

    private readonly SysfsDirectory _directory;

    internal UacceDevice(string name, string root)
    {
        if (string.IsNullOrEmpty(name) || name.Contains("/") || name[0] == '.')
            throw new ArgumentException($"\"{name}\" is no name of an accelerator: they are called as in hisi_zip-0.", nameof(name));
        Name = name;
        _directory = new SysfsDirectory(Path.Combine(root, Class, name));
        if (!Directory.Exists(_directory.Path))
            throw new FileNotFoundException($"There is no accelerator {name}: see /sys/class/uacce. Without any, no driver of an accelerator is loaded, or its module has no user space queues turned on (uacce_mode=1).", _directory.Path);
    }

    /// <summary>Finds an accelerator.</summary>
    /// <param name="name">Its name, as <c>hisi_zip-0</c>.</param>
    /// <exception cref="ArgumentException">That is no name of an accelerator.</exception>
    /// <exception cref="FileNotFoundException">There is no such accelerator.</exception>
    public UacceDevice(string name)
        : this(name, "/sys")
    {
    }

    /// <summary>All accelerators; none where no driver of one is loaded.</summary>
    public static IReadOnlyList<UacceDevice> FindAll() => FindAll("/sys");

    /// <summary>The name: <c>hisi_zip-0</c>.</summary>
    public string Name { get; }

    /// <summary>The accelerator's file: each time it is opened, that takes a queue.</summary>
    public string DevicePath => "/dev/" + Name;

    /// <summary>The interface of its queues, by which a program knows how to use them: <see cref="HisiQmIoctls.ApiVersion3"/>, or another driver's.</summary>
    /// <exception cref="IOException">sysfs cannot be read; of every property.</exception>
    public string Api => _directory.Text("api");

    /// <summary>What it can.</summary>
    public UacceDeviceFlags Flags => (UacceDeviceFlags)_directory.Number32("flags");

    /// <summary>The algorithms, as <c>zlib</c> and <c>gzip</c>.</summary>
    public IReadOnlyList<string> Algorithms => _directory.Text("algorithms").Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim()).ToList();

    /// <summary>How many queues are left; null where the driver does not say.</summary>
    public uint? AvailableInstances => _directory.TryNumber32("available_instances");

    /// <summary>The size in bytes of a queue's registers (<see cref="UacceRegion.Mmio"/>); null where it has none to map.</summary>
    public ulong? MmioRegionSize => _directory.TryNumber("region_mmio_size");

    /// <summary>The size in bytes of the memory that a queue and the process share (<see cref="UacceRegion.DeviceUserShare"/>); null where there is none.</summary>
    public ulong? ShareRegionSize => _directory.TryNumber("region_dus_size");

    /// <summary>Whether the device was taken out of use because it failed too often; null where the driver does not count.</summary>
    public bool? IsIsolated => _directory.TryFlag("isolate");

    /// <summary>The failures in an hour after which it is taken out of use; null where the driver does not count.</summary>
    public uint? IsolationThreshold => _directory.TryNumber32("isolate_strategy");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static IReadOnlyList<UacceDevice> FindAll(string root)
    {
        string folder = Path.Combine(root, Class);
        return Directory.Exists(folder)
            ? Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!).OrderBy(name => name, StringComparer.Ordinal).Select(name => new UacceDevice(name, root)).ToList()
            : [];
    }
}
