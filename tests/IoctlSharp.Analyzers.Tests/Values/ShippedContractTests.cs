using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

/// <summary>Rules that the comments of the kernel's headers state, each broken by a call of the definitions. One line is one rule.</summary>
public sealed class ShippedContractTests
{
    [Fact]
    public Task Values_that_are_given() => Rule.FlagsLines(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        internal static class Driver
        {
            public static void Ids(Iommufd iommufd, DmaBuffer memory, IoasId ioas, ViommuId viommu, DeviceId device, HwptId hwpt, Span<ulong> bits)
            {
                Console.WriteLine(iommufd.MapMemory(new IommuIoasMap { Flags = IommuIoasMapFlags.Readable, UserVa = memory.Address, Length = memory.Size })); // IOCTL4038
                Console.WriteLine(iommufd.CopyMapping(new IommuIoasCopy { Flags = IommuIoasMapFlags.Readable, DstIoasId = ioas, Length = 4096 })); // IOCTL4038
                Console.WriteLine(iommufd.CopyMapping(new IommuIoasCopy { Flags = IommuIoasMapFlags.Readable, SrcIoasId = ioas, Length = 4096 })); // IOCTL4038
                Console.WriteLine(iommufd.UnmapMemory(default, 0, 4096)); // IOCTL4038
                Console.WriteLine(iommufd.GetIovaRanges(default)); // IOCTL4038
                iommufd.AllowIovas(default, []); // IOCTL4038
                iommufd.Destroy(default); // IOCTL4038
                iommufd.SetHugePages(default, 1); // IOCTL4038
                iommufd.SetVfioIoas(default); // IOCTL4038
                iommufd.SetDirtyTracking(default, IommuHwptDirtyTrackingFlags.Enable); // IOCTL4038
                iommufd.GetDirtyBitmap(default, 0, 4096, 4096, bits); // IOCTL4038
                Console.WriteLine(iommufd.GetHwInfo(default)); // IOCTL4038
                Console.WriteLine(iommufd.AllocateVdevice(viommu, default, 1)); // IOCTL4038
                Console.WriteLine(iommufd.AllocateVdevice(default, device, 1)); // IOCTL4038
                Console.WriteLine(iommufd.AllocateViommu(new IommuViommuAlloc { Type = IommuViommuType.ArmSmmuv3, DevId = device })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateViommu(new IommuViommuAlloc { Type = IommuViommuType.ArmSmmuv3, HwptId = hwpt })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateViommu(new IommuViommuAlloc { DevId = device, HwptId = hwpt })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwQueue(new IommuHwQueueAlloc { Type = IommuHwQueueType.Tegra241Cmdqv, Length = 4096 })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwQueue(new IommuHwQueueAlloc { ViommuId = viommu, Length = 4096 })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwQueue(new IommuHwQueueAlloc { ViommuId = viommu, Type = IommuHwQueueType.Tegra241Cmdqv })); // IOCTL4038
            }

            public static void PageTables(Iommufd iommufd, DeviceId device, PageTableId parent, IoasId ioas)
            {
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { PtId = parent })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent, DataType = IommuHwptDataType.VtdS1 })); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent, DataType = IommuHwptDataType.VtdS1 }, [])); // IOCTL4038
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent, Flags = IommuHwptAllocFlags.FaultIdValid })); // IOCTL4038
                iommufd.AllocateEventQueue(default, IommuVeventqType.ArmSmmuv3, 8, out _, out EventQueue first); // IOCTL4038
                first.Dispose();
                ulong length = 0;
                iommufd.GetPhysicalAddress(ioas, 0, ref length, out ulong address); // IOCTL4038
                Console.WriteLine(address + length);
            }

            public static void Vfio(VfioContainer container, VfioDevice device, VfioCdev file)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.GetDirtyBitmap, Size = 4096 })); // IOCTL4038
                Console.WriteLine(device.StartDmaLogging(4096)); // IOCTL4038
                using VfioDmaBuf parts = device.ExportDmaBuf(0); // IOCTL4038
                using VfioDmaBuf empty = device.ExportDmaBuf(0, new VfioRegionDmaRange { Offset = 4096 }); // IOCTL4038
                Console.WriteLine(file.Attach(default)); // IOCTL4038
            }
        }
        """);

    [Fact]
    public Task Values_that_are_never_taken() => Rule.FlagsLines(
        RuleIds.ValueIsOutOfRange,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        internal static class Driver
        {
            public static void Run(VfioContainer container, VfioDevice device, Iommufd iommufd, ViommuId viommu, ObjectId ioas, Span<ulong> bits)
            {
                container.SetIommu(VfioExtension.DmaCacheCoherent); // IOCTL4035
                container.SetIommu(VfioExtension.Eeh); // IOCTL4035
                container.SetIommu(VfioExtension.UnmapAll); // IOCTL4035
                container.SetIommu(VfioExtension.UpdateVaddr); // IOCTL4035
                using VfioMigrationData? none = device.SetMigrationState(VfioMigrationState.Error); // IOCTL4035
                device.ReportDmaLogging(0, 0x10000, 2048, bits); // IOCTL4035
                iommufd.SetRlimitMode(2); // IOCTL4035
                iommufd.SetHugePages(ioas, 4096); // IOCTL4035
                Console.WriteLine(iommufd.AllocateHwQueue(new IommuHwQueueAlloc { ViommuId = viommu, Type = IommuHwQueueType.Tegra241Cmdqv, Length = 16 })); // IOCTL4035
            }
        }
        """);

    [Fact]
    public Task Values_that_mean_nothing() => Rule.FlagsLines(
        RuleIds.FieldMustBeZero,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        internal static class Driver
        {
            public static void Run(VfioContainer container, Iommufd iommufd, IoasId ioas, DeviceId device, PageTableId parent, DmaBuffer memory)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All, Size = 4096 })); // IOCTL4034
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All, Iova = 4096 })); // IOCTL4034
                Console.WriteLine(iommufd.MapMemory(new IommuIoasMap { Flags = IommuIoasMapFlags.Readable, IoasId = ioas, UserVa = memory.Address, Length = 4096, Iova = 4096 })); // IOCTL4034
                Console.WriteLine(iommufd.CopyMapping(new IommuIoasCopy { Flags = IommuIoasMapFlags.Readable, DstIoasId = ioas, SrcIoasId = ioas, Length = 4096, DstIova = 4096 })); // IOCTL4034
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent, DataLen = 16 })); // IOCTL4034
                Console.WriteLine(iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent, Flags = IommuHwptAllocFlags.NestParent, DataType = IommuHwptDataType.VtdS1 }, new byte[16])); // IOCTL4034
                Console.WriteLine(iommufd.Invalidate(parent, [new IommuHwptVtdS1Invalidate { Address = 4096, PageCount = ulong.MaxValue }])); // IOCTL4034
            }
        }
        """);

    [Fact]
    public Task Multiples() => Rule.FlagsLines(
        RuleIds.ValueIsNotAligned,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        internal static class Driver
        {
            public static void Run(VfioContainer container, VfioDevice device, Iommufd iommufd, HwptId hwpt, PageTableId nested, ViommuId viommu, DmaBuffer memory, Span<ulong> bits)
            {
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = 16, Size = 4096 }); // IOCTL4036
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Size = 5000 }); // IOCTL4036
                container.RegisterMemory(new VfioIommuSpaprRegisterMemory { Vaddr = memory.Address, Size = 5000 }); // IOCTL4036
                container.GetDirtyPages(16, 4096, 4096, bits); // IOCTL4036
                container.GetDirtyPages(0, 5000, 4096, bits); // IOCTL4036
                using VfioDmaBuf parts = device.ExportDmaBuf(0, new VfioRegionDmaRange { Offset = 16, Length = 4096 }); // IOCTL4036
                iommufd.GetDirtyBitmap(hwpt, 4096, 0x10000, 0x10000, bits); // IOCTL4036
                iommufd.GetDirtyBitmap(hwpt, 0, 4096, 0x10000, bits); // IOCTL4036
                Console.WriteLine(iommufd.Invalidate(nested, [new IommuHwptVtdS1Invalidate { Address = 16, PageCount = 1 }])); // IOCTL4036
                Console.WriteLine(iommufd.AllocateHwQueue(new IommuHwQueueAlloc { ViommuId = viommu, Type = IommuHwQueueType.Tegra241Cmdqv, Length = 4096, NestingParentIova = 64 })); // IOCTL4036
            }
        }
        """);

    [Fact]
    public Task Powers_of_two() => Rule.FlagsLines(
        RuleIds.ValueIsNotPowerOfTwo,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        internal static class Driver
        {
            public static void Run(VfioContainer container, VfioDevice device, Iommufd iommufd, HwptId hwpt, ViommuId viommu, Span<ulong> bits)
            {
                container.GetDirtyPages(0, 0x10000, 5000, bits); // IOCTL4037
                Console.WriteLine(container.UnmapDmaAndGetDirtyPages(0, 0x10000, 5000, bits)); // IOCTL4037
                device.ReportDmaLogging(0, 0x10000, 5000, bits); // IOCTL4037
                iommufd.GetDirtyBitmap(hwpt, 0, 15000, 5000, bits); // IOCTL4037
                Console.WriteLine(iommufd.AllocateHwQueue(new IommuHwQueueAlloc { ViommuId = viommu, Type = IommuHwQueueType.Tegra241Cmdqv, Length = 48 })); // IOCTL4037
                Console.WriteLine(container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 16, WindowSize = 48, Levels = 1 })); // IOCTL4037
            }
        }
        """);

    [Fact]
    public Task Orders() => Rule.FlagsLines(
        RuleIds.CallIsOutOfOrder,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        internal static class Driver
        {
            public static void Cdev(Iommufd iommufd, PageTableId table, Span<ulong> bits)
            {
                using VfioCdev device = VfioCdev.Open("/dev/vfio/devices/vfio0");
                Console.WriteLine(device.GetInfo()); // IOCTL4060
                Console.WriteLine(device.TryReset()); // IOCTL4060
                Console.WriteLine(device.Attach(table)); // IOCTL4060
                device.Detach(); // IOCTL4060
                Console.WriteLine(device.Bind(iommufd));
                device.ReportDmaLogging(0, 0x10000, 4096, bits); // IOCTL4060
                Console.WriteLine(device.GetInfo());
            }

            public static void Group(VfioContainer container, VfioGroup other)
            {
                using VfioGroup group = VfioGroup.Open(1);
                using VfioDevice device = group.GetDevice("0000:06:0d.0"); // IOCTL4060
                group.UnsetContainer(); // IOCTL4060
            }

            public static void Container(VfioGroup group, VfioIommuSpaprRegisterMemory memory, Span<ulong> bits)
            {
                using VfioContainer container = VfioContainer.Open();
                container.SetIommu(VfioExtension.Type1v2Iommu); // IOCTL4060
                group.SetContainer(container);
                container.SetIommu(VfioExtension.Type1v2Iommu);
                container.GetDirtyPages(0, 4096, 4096, bits); // IOCTL4060
                Console.WriteLine(container.UnmapDmaAndGetDirtyPages(0, 4096, 4096, bits)); // IOCTL4060
                container.StopDirtyPages();
                container.Enable(); // IOCTL4060
                container.Disable(); // IOCTL4060
                container.RegisterMemory(memory); // IOCTL4060
                container.UnfreezeIo(); // IOCTL4060
                Console.WriteLine(container.GetEehState()); // IOCTL4060
            }
        }
        """);
}
