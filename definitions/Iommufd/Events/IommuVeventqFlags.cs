using System;

namespace IoctlSharp.Iommu;

/// <summary>What an event's header says.</summary>
[Flags]
[KernelConstants("IOMMU_VEVENTQ_FLAG_", Header = "linux/iommufd.h")]
[Since("7.2")]
public enum IommuVeventqFlags : uint
{
    /// <summary>Events were lost; no event follows.</summary>
    LostEvents = 1u << 0,
}
