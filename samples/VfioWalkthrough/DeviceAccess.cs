using System;
using IoctlSharp;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

namespace VfioWalkthrough;

/// <summary>A way to a device, and to memory that it can do DMA to.</summary>
internal abstract class DeviceAccess : IDisposable
{
    public static DeviceAccess Create(Mode mode, Narrator narrator)
        => mode == Mode.Iommufd ? new IommufdAccess(narrator) : new ContainerAccess(mode, narrator);

    /// <summary>Everything up to where memory can be mapped.</summary>
    public abstract void SetUp(PciDevice pci);

    public abstract VfioDevice OpenDevice(PciDevice pci);

    public abstract DmaMapping Map(DmaBuffer memory, ulong iova);

    public abstract Errno TryMap(DmaBuffer memory, ulong iova);

    /// <returns>The error, and the size in bytes that was really unmapped.</returns>
    public abstract (Errno Error, ulong Size) TryUnmap(ulong iova, ulong size);

    public abstract void ExplainUnmap(ulong iova, ulong size);

    public abstract void Dispose();
}
