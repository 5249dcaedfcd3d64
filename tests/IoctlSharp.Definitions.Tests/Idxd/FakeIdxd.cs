using System;
using System.IO;
using System.Net.Sockets;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>
/// A sysfs tree on disk as the driver idxd makes it: devices below their PCI device, links to them in <c>bus/dsa/devices</c>, texts in the driver's formats, and attributes that the
/// driver hides or fails to read where it does so.
/// </summary>
internal sealed class FakeIdxd : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("ioctlsharp-").FullName;

    public string Bus => Path.Combine(Root, "bus/dsa/devices");

    public void AddDevice(string name)
    {
        bool isAnalytics = name.StartsWith("iax", StringComparison.Ordinal);
        string folder = Add(name, Path.Combine(Root, "devices/pci0000:6a/0000:6a:0" + name[3..] + ".0", name));
        Set(folder, "version", "0x100");
        Set(folder, "state", "enabled");
        Set(folder, "pasid_enabled", "1");
        Set(folder, "configurable", "1");
        Set(folder, "op_cap", "00000000,00000000,00000000,00000000,00000000,00000000,00000001,003f03ff");
        Set(folder, "gen_cap", "0x40915f010f");
        Set(folder, "max_transfer_size", "2147483648");
        Set(folder, "max_work_queues", "8");
        Set(folder, "max_work_queues_size", "128");
        Set(folder, "max_groups", "4");
        Set(folder, "max_engines", "4");
        Set(folder, "clients", "0");
        Set(folder, "numa_node", "-1");
        Set(folder, "cdev_major", "237");
        Set(folder, "cmd_status", "0");
        Set(folder, "errors", "00000000,00000000,00000000,00000000,00000000,00000000,00000000,00000000");
        if (!isAnalytics)
            Set(folder, "max_batch_size", "1024");
        Add("engine" + name[3..] + ".0", Path.Combine(folder, "engine" + name[3..] + ".0"));
        Add("group" + name[3..] + ".0", Path.Combine(folder, "group" + name[3..] + ".0"));
    }

    /// <summary>A queue of a device that was added; enabled, for programs.</summary>
    public void AddQueue(string device, string name, string mode)
    {
        bool isShared = mode == "shared";
        string folder = Add(name, Path.Combine(Bus, device, name));
        Set(folder, "state", "enabled");
        Set(folder, "mode", mode);
        Set(folder, "type", "user");
        Set(folder, "name", "app1");
        Set(folder, "driver_name", "user");
        Set(folder, "size", "16");
        Set(folder, "threshold", isShared ? "15" : "0");
        Set(folder, "group_id", "0");
        Set(folder, "priority", "10");
        Set(folder, "clients", "0");
        Set(folder, "block_on_fault", "1");
        Set(folder, "max_transfer_size", "2097152");
        Set(folder, "cdev_minor", "0");
        if (device.StartsWith("dsa", StringComparison.Ordinal))
            Set(folder, "max_batch_size", "32");
        if (isShared)
            Set(folder, "enqcmds_retries", "7");
        else
            SetUnreadable(folder, "enqcmds_retries");
        SetUnreadable(folder, "occupancy");
    }

    public void Set(string name, string attribute, string text) => File.WriteAllText(Path.Combine(Bus, name, attribute), text + "\n");

    public void Remove(string name, string attribute) => File.Delete(Path.Combine(Bus, name, attribute));

    /// <summary>An attribute that is there and fails to open with ENXIO: a socket's file does.</summary>
    public void SetUnreadable(string name, string attribute)
    {
        string file = Path.Combine(Bus, name, attribute);
        File.Delete(file);
        // Bound under a name that is short enough; closing the socket removes that name, and not the one it was moved to.
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        string bound = Path.Combine(Root, Path.GetRandomFileName());
        socket.Bind(new UnixDomainSocketEndPoint(bound));
        File.Move(bound, file);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string Add(string name, string folder)
    {
        Directory.CreateDirectory(Bus);
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(Bus, name), folder);
        return folder;
    }
}
