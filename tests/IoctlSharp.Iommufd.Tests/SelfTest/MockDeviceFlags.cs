using System;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>What a mock device is like.</summary>
[Flags]
[KernelConstants("MOCK_FLAGS_DEVICE_", Header = "iommufd_test.h")]
public enum MockDeviceFlags : uint
{
    /// <summary>Its IOMMU tracks no dirty pages.</summary>
    NoDirty = 1u << 0,

    /// <summary>It has PASIDs.</summary>
    Pasid = 1u << 2,
}
