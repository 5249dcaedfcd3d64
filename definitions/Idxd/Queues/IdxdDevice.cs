using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IoctlSharp.Idxd;

/// <summary>An accelerator of the driver <c>idxd</c> as sysfs shows it (<c>/sys/bus/dsa/devices/dsa0</c>). Every property asks the kernel again.</summary>
public sealed class IdxdDevice
{
    private const string Bus = "bus/dsa/devices";

    private readonly SysfsDirectory _directory;
    private readonly string _root;

    internal IdxdDevice(string name, string root)
    {
        Name = IsDevice(name) ? name : throw new ArgumentException($"\"{name}\" is no name of an accelerator: they are called dsa0 or iax1.", nameof(name));
        _root = root;
        _directory = new SysfsDirectory(Path.Combine(root, Bus, name));
        if (!Directory.Exists(_directory.Path))
            throw new FileNotFoundException($"There is no accelerator {name}: see /sys/bus/dsa/devices. Without any, the driver idxd is not loaded, or the machine has none.", _directory.Path);
    }

    /// <summary>Finds an accelerator.</summary>
    /// <param name="name">Its name, as <c>dsa0</c> or <c>iax1</c>.</param>
    /// <exception cref="ArgumentException">That is no name of an accelerator.</exception>
    /// <exception cref="FileNotFoundException">There is no such accelerator.</exception>
    public IdxdDevice(string name)
        : this(name, "/sys")
    {
    }

    /// <summary>All accelerators; none where the driver is not loaded.</summary>
    public static IReadOnlyList<IdxdDevice> FindAll() => FindAll("/sys");

    /// <summary>The name: <c>dsa0</c>.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public IdxdDeviceKind Kind => Name.StartsWith("iax", StringComparison.Ordinal) ? IdxdDeviceKind.Iax : IdxdDeviceKind.Dsa;

    /// <summary>The version of the hardware: 0x100 is 1.0.</summary>
    /// <exception cref="IOException">sysfs cannot be read; of every property.</exception>
    public uint Version => _directory.Number32("version");

    /// <summary>Whether it works.</summary>
    public IdxdDeviceState State => _directory.Text("state") switch
    {
        "disabled" => IdxdDeviceState.Disabled,
        "enabled" => IdxdDeviceState.Enabled,
        "halted" => IdxdDeviceState.Halted,
        _ => IdxdDeviceState.Unknown,
    };

    /// <summary>Whether programs can use it: it works with their addresses, each process known by a PASID. It takes an IOMMU in scalable mode (<c>intel_iommu=on,sm_on</c>).</summary>
    public bool IsPasidEnabled => _directory.Flag("pasid_enabled");

    /// <summary>Whether its queues can be set up here, and not only by who gave the device to this machine.</summary>
    public bool IsConfigurable => _directory.Flag("configurable");

    /// <summary>The operations that it can do.</summary>
    public IdxdOperations Operations
        => IdxdOperations.TryParse(_directory.Text("op_cap")) ?? throw _directory.Unexpected("op_cap", _directory.Text("op_cap"), "256 bits in words of 32");

    /// <summary>The capabilities of the hardware: <c>GENCAP</c> of the specification.</summary>
    public ulong GeneralCapabilities => _directory.Number("gen_cap");

    /// <summary>The capabilities of an analytics accelerator: <c>IAACAP</c> of the specification; null of the first version, and of a streaming one.</summary>
    public ulong? AnalyticsCapabilities => _directory.TryNumber("iaa_cap");

    /// <summary>The largest operation in bytes; a queue can have a lower limit.</summary>
    public ulong MaxTransferSize => _directory.Number("max_transfer_size");

    /// <summary>The largest batch in descriptors; null where it has no batches. A queue can have a lower limit.</summary>
    public uint? MaxBatchSize => _directory.TryNumber32("max_batch_size");

    /// <summary>How many queues it has.</summary>
    public uint MaxWorkQueues => _directory.Number32("max_work_queues");

    /// <summary>How many entries its queues share.</summary>
    public uint MaxWorkQueuesSize => _directory.Number32("max_work_queues_size");

    /// <summary>How many groups of queues and engines it has.</summary>
    public uint MaxGroups => _directory.Number32("max_groups");

    /// <summary>How many engines it has.</summary>
    public uint MaxEngines => _directory.Number32("max_engines");

    /// <summary>The entries of its event log; null where it has none.</summary>
    public uint? EventLogSize => _directory.TryNumber32("event_log_size");

    /// <summary>How many users its queues have.</summary>
    public uint Clients => _directory.Number32("clients");

    /// <summary>The NUMA node; null where the firmware names none.</summary>
    public int? NumaNode => _directory.Signed("numa_node") is var node and >= 0 ? node : null;

    /// <summary>The major number of its queues' files.</summary>
    public uint MajorNumber => _directory.Number32("cdev_major");

    /// <summary>Why the last command, or setting a queue up, failed; 0 when it did not.</summary>
    public IdxdCommandStatus CommandStatus => (IdxdCommandStatus)_directory.Number32("cmd_status");

    /// <summary>The error that the device reported last, as the register <c>SWERROR</c> has it: words of 32 bits in hexadecimal, the highest first; all zero for none.</summary>
    public string Errors => _directory.Text("errors");

    /// <summary>Its queues, whether they are enabled or not.</summary>
    /// <exception cref="IOException">The device is gone.</exception>
    public IReadOnlyList<IdxdWorkQueue> WorkQueues
        => IdxdWorkQueue.FindAll(_root).Where(queue => queue.DeviceNumber == Name.Substring(3)).ToList();

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static IReadOnlyList<IdxdDevice> FindAll(string root)
        => Entries(root).Where(IsDevice).OrderBy(name => int.Parse(name.Substring(3), System.Globalization.CultureInfo.InvariantCulture)).Select(name => new IdxdDevice(name, root)).ToList();

    internal static IEnumerable<string> Entries(string root)
    {
        string bus = Path.Combine(root, Bus);
        return Directory.Exists(bus) ? Directory.GetFileSystemEntries(bus).Select(entry => Path.GetFileName(entry)!) : [];
    }

    internal static string Folder(string root, string name) => Path.Combine(root, Bus, name);

    private static bool IsDevice(string name)
        => name is not null && name.Length is > 3 and < 10
            && (name.StartsWith("dsa", StringComparison.Ordinal) || name.StartsWith("iax", StringComparison.Ordinal))
            && name.Substring(3).All(digit => digit is >= '0' and <= '9');
}
