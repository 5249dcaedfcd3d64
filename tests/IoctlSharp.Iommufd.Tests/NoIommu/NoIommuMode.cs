using System;
using System.IO;
using IoctlSharp.Pci;

namespace IoctlSharp.Iommu.Tests.NoIommu;

/// <summary>VFIO's mode without an IOMMU, and a device bound in it. Disposing it ends both.</summary>
internal sealed class NoIommuMode : IDisposable
{
    public const string Parameter = "/sys/module/vfio/parameters/enable_unsafe_noiommu_mode";

    private readonly VfioPciBinding _binding;
    private readonly PciDevice _device;

    public NoIommuMode(string address)
    {
        File.WriteAllText(Parameter, "Y");
        _device = new PciDevice(address);
        _binding = _device.BindToVfio();
    }

    public IommuGroup Group => _device.IommuGroup;

    public void Dispose()
    {
        _binding.Dispose();
        File.WriteAllText(Parameter, "N");
    }
}
