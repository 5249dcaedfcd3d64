using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace IoctlSharp.Idxd;

/// <summary>A work queue as sysfs shows it (<c>/sys/bus/dsa/devices/wq0.1</c>). Every property asks the kernel again. It is used through a portal: <see cref="DsaPortal.Open"/>, <see cref="IaxPortal.Open"/>.</summary>
public sealed class IdxdWorkQueue
{
    private readonly SysfsDirectory _directory;
    private readonly string _root;

    internal IdxdWorkQueue(string name, string root)
    {
        (int device, int number) = TryParse(name) ?? throw new ArgumentException($"\"{name}\" is no name of a work queue: they are called wq0.1, queue 1 of device 0.", nameof(name));
        Name = name;
        DeviceNumber = device.ToString(CultureInfo.InvariantCulture);
        Number = number;
        _root = root;
        _directory = new SysfsDirectory(IdxdDevice.Folder(root, name));
        if (!Directory.Exists(_directory.Path))
            throw new FileNotFoundException($"There is no work queue {name}: see /sys/bus/dsa/devices. Without any, the driver idxd is not loaded, or the machine has no accelerator.", _directory.Path);
    }

    /// <summary>Finds a work queue.</summary>
    /// <param name="name">Its name: <c>wq0.1</c> is queue 1 of device 0.</param>
    /// <exception cref="ArgumentException">That is no name of a work queue.</exception>
    /// <exception cref="FileNotFoundException">There is no such queue.</exception>
    public IdxdWorkQueue(string name)
        : this(name, "/sys")
    {
    }

    /// <summary>All work queues, whether they are enabled or not; none where the driver is not loaded.</summary>
    public static IReadOnlyList<IdxdWorkQueue> FindAll() => FindAll("/sys");

    /// <summary>The name: <c>wq0.1</c>.</summary>
    public string Name { get; }

    /// <summary>Its number among the queues of its device.</summary>
    public int Number { get; }

    /// <summary>The accelerator that it is a queue of.</summary>
    /// <exception cref="FileNotFoundException">The device is gone.</exception>
    public IdxdDevice Device
    {
        get
        {
            string analytics = "iax" + DeviceNumber;
            return new IdxdDevice(Directory.Exists(IdxdDevice.Folder(_root, analytics)) ? analytics : "dsa" + DeviceNumber, _root);
        }
    }

    /// <summary>The queue's file: <c>/dev/dsa/wq0.1</c>. It is there while an enabled queue is for programs.</summary>
    public string DevicePath => $"/dev/{(Device.Kind == IdxdDeviceKind.Iax ? "iax" : "dsa")}/{Name}";

    /// <summary>Whether it is enabled.</summary>
    /// <exception cref="IOException">sysfs cannot be read; of every property.</exception>
    public IdxdQueueState State => _directory.Text("state") switch
    {
        "disabled" => IdxdQueueState.Disabled,
        "enabled" => IdxdQueueState.Enabled,
        _ => IdxdQueueState.Unknown,
    };

    /// <summary>Who can use it.</summary>
    public IdxdQueueMode Mode => _directory.Text("mode") switch
    {
        "shared" => IdxdQueueMode.Shared,
        "dedicated" => IdxdQueueMode.Dedicated,
        var other => throw _directory.Unexpected("mode", other, "shared or dedicated"),
    };

    /// <summary>Whom it is for.</summary>
    public IdxdQueueType Type => _directory.Text("type") switch
    {
        "none" => IdxdQueueType.None,
        "kernel" => IdxdQueueType.Kernel,
        "user" => IdxdQueueType.User,
        var other => throw _directory.Unexpected("type", other, "none, kernel or user"),
    };

    /// <summary>What its owner called it; empty when nobody did.</summary>
    public string Label => _directory.Text("name");

    /// <summary>The driver that it is to be bound to, as <c>user</c> or <c>dmaengine</c>; null before Linux 6.7.</summary>
    public string? DriverName => _directory.TryText("driver_name");

    /// <summary>How many descriptors it holds. No more are in flight in a dedicated queue.</summary>
    public uint Size => _directory.Number32("size");

    /// <summary>How many descriptors of programs a shared queue holds before it says that it is full; 0 of a dedicated one.</summary>
    public uint Threshold => _directory.Number32("threshold");

    /// <summary>The group of engines that serves it; null for none yet.</summary>
    public int? GroupId => _directory.Signed("group_id") is var group and >= 0 ? group : null;

    /// <summary>The priority among the queues of its group; at most 15.</summary>
    public uint Priority => _directory.Number32("priority");

    /// <summary>How many users it has.</summary>
    public uint Clients => _directory.Number32("clients");

    /// <summary>Whether its device tells processes apart by their PASID: programs can use no other.</summary>
    public bool IsPasidEnabled => Device.IsPasidEnabled;

    /// <summary>Whether a descriptor may wait for a page that is not there (<see cref="IdxdOperationFlags.BlockOnFault"/>); an operation ends there otherwise.</summary>
    public bool CanBlockOnFault => _directory.Flag("block_on_fault");

    /// <summary>Whether its address translation service (ATS) is off: the device then caches no translations. Null where it cannot be turned off.</summary>
    public bool? IsAtsDisabled => _directory.TryFlag("ats_disable");

    /// <summary>Whether its page request service (PRS) is off: every page must be there, then. Null where it cannot be turned off.</summary>
    public bool? IsPrsDisabled => _directory.TryFlag("prs_disable");

    /// <summary>The largest operation in bytes.</summary>
    public ulong MaxTransferSize => _directory.Number("max_transfer_size");

    /// <summary>The largest batch in descriptors; null where the device has no batches.</summary>
    public uint? MaxBatchSize => _directory.TryNumber32("max_batch_size");

    /// <summary>How often the driver submits again when a shared queue is full; null of a dedicated queue, and before Linux 5.17.</summary>
    public uint? EnqcmdsRetries => _directory.TryNumber32("enqcmds_retries");

    /// <summary>The operations that it takes; null where all of the device's are taken.</summary>
    public IdxdOperations? Operations => _directory.TryText("op_config") is not { } text ? null
        : IdxdOperations.TryParse(text) ?? throw _directory.Unexpected("op_config", text, "256 bits in words of 32");

    /// <summary>How many descriptors it holds now; null where the hardware does not say.</summary>
    public uint? Occupancy => _directory.TryNumber32("occupancy");

    /// <summary>The minor number of its file; null while it has none.</summary>
    public uint? MinorNumber => _directory.TryNumber32("cdev_minor");

    /// <summary>Fails when a program cannot open the queue, and says why.</summary>
    /// <exception cref="InvalidOperationException">The queue is disabled or not for programs, or its device has no PASIDs.</exception>
    public void ThrowIfNotUsable()
    {
        IdxdDevice device = Device;
        if (device.State != IdxdDeviceState.Enabled)
            throw new InvalidOperationException($"{Name} cannot be used: {device.Name} is {device.State.ToString().ToLowerInvariant()}{Reason(device)}. Enable it: accel-config enable-device {device.Name}.");
        if (!device.IsPasidEnabled)
            throw new InvalidOperationException($"{Name} cannot be used: {device.Name} has no PASIDs, so that a program's addresses mean nothing to it. Turn the IOMMU's scalable mode on (intel_iommu=on,sm_on).");
        if (State != IdxdQueueState.Enabled)
            throw new InvalidOperationException($"{Name} cannot be used: it is disabled{Reason(device)}. Enable it: accel-config enable-wq {device.Name}/{Name}.");
        if (Type != IdxdQueueType.User)
            throw new InvalidOperationException($"{Name} cannot be used: it is of type {Type.ToString().ToLowerInvariant()}, and programs can use type user only. Set it up anew: accel-config config-wq --type=user.");
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal string DeviceNumber { get; }

    internal static IReadOnlyList<IdxdWorkQueue> FindAll(string root)
        => IdxdDevice.Entries(root).Where(name => TryParse(name) is not null).OrderBy(name => TryParse(name)).Select(name => new IdxdWorkQueue(name, root)).ToList();

    private static string Reason(IdxdDevice device) => device.CommandStatus is 0 ? "" : $" (the last command of {device} ended with {device.CommandStatus})";

    private static (int Device, int Number)? TryParse(string? name)
    {
        string[] parts = name is not null && name.StartsWith("wq", StringComparison.Ordinal) ? name.Substring(2).Split('.') : [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int device)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? (device, number)
                : null;
    }
}
