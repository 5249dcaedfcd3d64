using IoctlSharp.Vfio;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>As <see cref="VfioDeviceFeature"/>, with a size and flags of the test's and room for data.</summary>
[KernelStruct("vfio_device_feature")]
public unsafe partial struct RawFeature
{
    public uint Argsz;
    public uint Flags;
    public fixed ulong Data[8];
}

/// <summary>The command declared once more, without anything that is filled in.</summary>
[IoctlGroup(';', Base = 100, Header = "linux/vfio.h")]
public static partial class RawFeatureIoctls
{
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE")]
    public static partial Errno TryFeature(this VfioDevice device, ref RawFeature feature);
}
