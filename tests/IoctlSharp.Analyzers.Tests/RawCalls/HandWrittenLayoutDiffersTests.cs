using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class HandWrittenLayoutDiffersTests
{
    [Fact]
    public Task A_field_that_is_missing() => Rule.Flags(
        RuleIds.HandWrittenLayoutDiffers,
        """
        [StructLayout(LayoutKind.Sequential)]
        internal struct [|vfio_iommu_spapr_tce_create|] { public uint argsz; public uint flags; public uint page_shift; public ulong window_size; public uint levels; }
        """);

    [Fact]
    public Task A_field_too_many() => Rule.Flags(
        RuleIds.HandWrittenLayoutDiffers,
        """
        internal struct [|vfio_iommu_type1_dma_unmap|] { public uint argsz; public uint flags; public ulong vaddr; public ulong iova; public ulong size; }
        """,
        "'vfio_iommu_type1_dma_unmap' is not laid out as the kernel's vfio_iommu_type1_dma_unmap: 'iova' is at offset 16, and in C at 8; use 'IoctlSharp.Vfio.VfioIommuType1DmaUnmap'");

    [Fact]
    public Task A_pointer_for_64_bits() => Rule.Flags(
        RuleIds.HandWrittenLayoutDiffers,
        """
        [StructLayout(LayoutKind.Sequential)]
        internal struct [|VfioIommuType1DmaMap|] { public uint Argsz; public uint Flags; public IntPtr Vaddr; public ulong Iova; public ulong Size; }
        """);

    [Fact]
    public Task The_same_layout_and_that_of_an_older_kernel() => Rule.IsSilent(
        """
        [StructLayout(LayoutKind.Sequential)]
        internal struct vfio_iommu_type1_dma_map { public uint argsz; public uint flags; public ulong vaddr; public ulong iova; public ulong size; }
        [StructLayout(LayoutKind.Sequential)]
        internal struct VfioDeviceInfo { public uint Argsz; public uint Flags; public uint NumRegions; public uint NumIrqs; }
        """);

    [Fact]
    public Task Another_thing() => Rule.IsSilent(
        """
        internal struct VfioGroupStatus(string name) { public string Name = name; public bool Open = name.Length > 0; }
        [StructLayout(LayoutKind.Sequential)] internal struct Point { public int X; public int Y; }
        """);

    [Fact]
    public Task A_struct_of_any_name_for_the_command_that_it_is_passed_to() => Rule.Flags(
        RuleIds.HandWrittenLayoutDiffers,
        """
        using IoctlSharp.Vfio;
        internal struct Unmapping { public uint argsz; public uint flags; public ulong vaddr; public ulong iova; public ulong size; }
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);
            public static int A(int fd, Unmapping unmapping) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_UNMAP_DMA.Number, [|&unmapping|]);
        }
        """,
        "'Unmapping' is not laid out as the kernel's vfio_iommu_type1_dma_unmap: 'iova' is at offset 16, and in C at 8; use 'IoctlSharp.Vfio.VfioIommuType1DmaUnmap'");

    [Fact]
    public Task A_declared_struct_that_a_package_declares_otherwise() => Rule.Flags(
        RuleIds.HandWrittenLayoutDiffers,
        """
        [KernelStruct("vfio_iommu_type1_dma_unmap", Header = "linux/vfio.h")]
        public partial struct [|Unmapping|] { [ArgSize] private uint _argsz; public uint Flags; public ulong Vaddr; public ulong Iova; public ulong Size; }
        """);

    [Fact]
    public Task An_array_for_the_marshaller() => Rule.Flags(
        RuleIds.HandWrittenLayoutDiffers,
        """
        [StructLayout(LayoutKind.Sequential)]
        internal struct [|vfio_irq_info|] { public uint argsz; public uint flags; public uint index; public uint count; [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public uint[] reserved; }
        """,
        "'vfio_irq_info' is not laid out as the kernel's vfio_irq_info: 'reserved' lies behind the 16 bytes that C has; use 'IoctlSharp.Vfio.VfioIrqInfo'");

    [Fact]
    public Task Structs_of_ones_own_that_fit() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        #pragma warning disable CS0649
        internal struct Unmapping { public uint argsz; public uint flags; public ulong iova; public ulong size; }
        internal unsafe struct RegionAndMore { public Region head; public fixed byte capabilities[1024]; }
        internal struct Region { public uint argsz, flags, index, cap_offset; public ulong size, offset; }
        [KernelStruct("vfio_iommu_type1_dma_map", Header = "linux/vfio.h")]
        public partial struct Mapping { [ArgSize] private uint _argsz; public uint Flags; public UserPointer Vaddr; public ulong Iova; public ulong Size; }
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);
            public static int A(int fd, Unmapping unmapping) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_UNMAP_DMA.Number, &unmapping);
            public static int B(int fd, RegionAndMore* region) => ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, region);
        }
        """);
}
