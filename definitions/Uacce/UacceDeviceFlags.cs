using System;

namespace IoctlSharp.Uacce;

/// <summary>What an accelerator can: the <c>flags</c> in sysfs.</summary>
[Flags]
[KernelConstants("UACCE_DEV_", Header = "misc/uacce/uacce.h")]
public enum UacceDeviceFlags : uint
{
    /// <summary>It uses the process's addresses: with a PASID, and with page faults.</summary>
    Sva = 1u << 0,
}
