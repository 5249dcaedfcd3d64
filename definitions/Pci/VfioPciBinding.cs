using System;
using System.IO;

namespace IoctlSharp.Pci;

/// <summary>A device bound to <c>vfio-pci</c>. Disposing it gives the device back to the driver that it had.</summary>
public sealed class VfioPciBinding : IDisposable
{
    private const string VfioPci = "vfio-pci";

    private readonly SysfsTree _sysfs;
    private readonly string? _formerDriver;
    private readonly string? _formerOverride;
    private readonly string? _newId;
    private bool _isDisposed;

    private VfioPciBinding(PciDevice device, SysfsTree sysfs, string? formerDriver, string? formerOverride, string? newId)
    {
        Device = device;
        _sysfs = sysfs;
        _formerDriver = formerDriver;
        _formerOverride = formerOverride;
        _newId = newId;
    }

    /// <summary>The device.</summary>
    public PciDevice Device { get; }

    private string Override => Path.Combine(_sysfs.Device(Device.Address), "driver_override");

    internal static VfioPciBinding Bind(PciDevice device, SysfsTree sysfs)
    {
        string? former = device.Driver;
        if (former == VfioPci)
            return new VfioPciBinding(device, sysfs, VfioPci, null, null);
        if (!Directory.Exists(sysfs.Driver(VfioPci)))
            throw new IOException($"{device.Address} cannot be bound: there is no driver {VfioPci}. Load it: modprobe {VfioPci}.");

        string overrideFile = Path.Combine(sysfs.Device(device.Address), "driver_override");
        bool hasOverride = File.Exists(overrideFile);
        VfioPciBinding binding = new(
            device,
            sysfs,
            former,
            hasOverride ? SysfsTree.Read(overrideFile) : null,
            hasOverride ? null : $"{device.VendorId:x4} {device.DeviceId:x4}");
        try
        {
            binding.Bind();
        }
        catch
        {
            binding.TryRestore();
            throw;
        }

        return binding;
    }

    /// <summary>Gives the device back: removes the override, unbinds it from <c>vfio-pci</c> and binds it to its former driver. A second call does nothing.</summary>
    /// <exception cref="IOException">The former driver did not take the device.</exception>
    /// <exception cref="UnauthorizedAccessException">It takes root.</exception>
    public void Dispose()
    {
        if (_isDisposed || _formerDriver == VfioPci)
            return;
        _isDisposed = true;
        Restore();
        if (_formerDriver is not null && Device.Driver != _formerDriver)
            throw new IOException($"{Device.Address} was not taken back by {_formerDriver}: it is bound to {Device.Driver ?? "no driver"}.");
    }

    private void Bind()
    {
        string purpose = $"Binding {Device.Address} to {VfioPci}";
        if (_newId is null)
            _sysfs.Write(Override, VfioPci, purpose);
        Unbind(_formerDriver, purpose);
        if (_newId is null)
        {
            _sysfs.Write(_sysfs.DriversProbe, Device.Address, purpose);
        }
        else
        {
            // A kernel without driver_override: the driver learns the ids, and takes every device of them that has none.
            _sysfs.Write(Path.Combine(_sysfs.Driver(VfioPci), "new_id"), _newId, purpose);
            if (Device.Driver != VfioPci)
                _sysfs.Write(Path.Combine(_sysfs.Driver(VfioPci), "bind"), Device.Address, purpose);
        }

        if (Device.Driver != VfioPci)
            throw new IOException($"{purpose}: the driver did not take it, and it is bound to {Device.Driver ?? "no driver"}. {Advice}");
    }

    private string Advice => Device.FindIommuGroup() is null
        ? "It has no IOMMU group: turn the IOMMU on (intel_iommu=on on the kernel's command line); or, where any memory may be at the device's mercy, go without: write Y to /sys/module/vfio/parameters/enable_unsafe_noiommu_mode first."
        : "The kernel's log says why (dmesg).";

    private void Restore()
    {
        string purpose = $"Giving {Device.Address} back to {_formerDriver ?? "no driver"}";
        if (_newId is not null)
            _sysfs.Write(Path.Combine(_sysfs.Driver(VfioPci), "remove_id"), _newId, purpose);
        else
            // A line end alone clears it.
            _sysfs.Write(Override, _formerOverride is null or "" or "(null)" ? "\n" : _formerOverride, purpose);
        if (Device.Driver == VfioPci)
            Unbind(VfioPci, purpose);
        if (_formerDriver is not null && Device.Driver is null)
            _sysfs.Write(Path.Combine(_sysfs.Driver(_formerDriver), "bind"), Device.Address, purpose);
    }

    // After a failure: the failure is what the caller must hear about.
    private void TryRestore()
    {
        try
        {
            Restore();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private void Unbind(string? driver, string purpose)
    {
        if (driver is not null)
            _sysfs.Write(Path.Combine(_sysfs.Driver(driver), "unbind"), Device.Address, purpose);
    }
}
