using System;
using System.IO;
using System.Linq;
using IoctlSharp.Vfio;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A device of software that one of the kernel's samples makes, opened by its own file and bound to an iommufd. Disposing it removes it.</summary>
internal sealed class MediatedDevice : IDisposable
{
    private readonly string _folder;

    /// <param name="parent">The sample: mtty, mdpy or mbochs.</param>
    /// <param name="type">Its type, as the end of the folder's name has it.</param>
    public MediatedDevice(string parent, string type)
    {
        string id = $"{Guid.NewGuid()}";
        File.WriteAllText($"/sys/class/mdev_bus/{parent}/mdev_supported_types/{parent}-{type}/create", id);
        _folder = Path.Combine("/sys/bus/mdev/devices", id);
        try
        {
            DevicePath = $"/dev/vfio/devices/{Path.GetFileName(Directory.GetDirectories(Path.Combine(_folder, "vfio-dev")).Single())}";
            Iommufd = Iommufd.Open();
            Device = VfioCdev.Open(DevicePath);
            Id = Device.Bind(Iommufd);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string DevicePath { get; } = "";

    public Iommufd Iommufd { get; } = null!;

    public VfioCdev Device { get; } = null!;

    public DeviceId Id { get; }

    /// <summary>Where a region begins in the device's file.</summary>
    public ulong Region(VfioPciRegion region) => Device.GetRegionInfo((uint)region).Value.Offset;

    public void Dispose()
    {
        Device?.Dispose();
        Iommufd?.Dispose();
        File.WriteAllText(Path.Combine(_folder, "remove"), "1");
    }
}
