using System;

namespace IoctlSharp.Vfio;

/// <summary>What a zPCI group can.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_INFO_ZPCI_FLAG_", Header = "linux/vfio_zdev.h")]
public enum VfioZpciFlags : ulong
{
    /// <summary>Translations must be refreshed by program.</summary>
    Refresh = 1,
}
