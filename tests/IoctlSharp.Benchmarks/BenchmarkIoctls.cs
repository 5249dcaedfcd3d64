namespace IoctlSharp.Benchmarks;

/// <summary>IoctlSharp's contestants, declared as any user would.</summary>
[IoctlGroup(';', Base = 100)]
public static partial class BenchmarkIoctls
{
    [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_IOMMU_MAP_DMA")]
    public static partial void MapWithFd(int device, in DmaMap map);

    [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_IOMMU_MAP_DMA")]
    public static partial void MapWithHandle(this BenchmarkDevice device, in DmaMap map);

    [Ioctl(Number = 0x541b, NumberOnPowerPC = 0x4004667f, NumberOnMips = 0x467f, NumberOnSparc = 0x4004667f, Name = "FIONREAD")]
    public static partial void AvailableWithFd(int device, out int available);

    [Ioctl(Number = 0x541b, NumberOnPowerPC = 0x4004667f, NumberOnMips = 0x467f, NumberOnSparc = 0x4004667f, Name = "FIONREAD")]
    public static partial void AvailableWithHandle(this BenchmarkDevice device, out int available);
}
