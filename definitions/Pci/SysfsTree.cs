using System;
using System.Collections.Generic;
using System.IO;

namespace IoctlSharp.Pci;

/// <summary>The part of sysfs that PCI devices and IOMMU groups are in. The root is a parameter, and writing can be replaced, so that tests have a tree of their own.</summary>
internal class SysfsTree(string root)
{
    public static SysfsTree System { get; } = new("/sys");

    public string Device(string address) => Path.Combine(root, "bus/pci/devices", address);

    public string VfioFiles(string address) => Path.Combine(Device(address), "vfio-dev");

    public string Driver(string name) => Path.Combine(root, "bus/pci/drivers", name);

    public string DriversProbe => Path.Combine(root, "bus/pci/drivers_probe");

    public string Groups => Path.Combine(root, "kernel/iommu_groups");

    public string GroupName(int number) => Path.Combine(Groups, $"{number}", "name");

    public string GroupDevices(int number) => Path.Combine(Groups, $"{number}", "devices");

    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{file} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Writes an attribute, in one write as sysfs wants it.</summary>
    public virtual void Write(string file, string text, string purpose)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
            byte[] bytes = global::System.Text.Encoding.ASCII.GetBytes(text);
            stream.Write(bytes, 0, bytes.Length);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"{purpose}: {file} cannot be written, which takes root: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"{purpose}: writing \"{text.TrimEnd()}\" to {file} failed: {exception.Message}", exception);
        }
    }

    /// <summary>The <c>KEY=value</c> lines of a device's <c>uevent</c>: its driver, class and ids without following links.</summary>
    public Dictionary<string, string> Uevent(string address)
    {
        Dictionary<string, string> values = [];
        foreach (string line in Read(Path.Combine(Device(address), "uevent")).Split('\n'))
        {
            int equals = line.IndexOf('=');
            if (equals > 0)
                values[line.Substring(0, equals)] = line.Substring(equals + 1).Trim();
        }

        return values;
    }
}
