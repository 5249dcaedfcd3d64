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
}
