//// Container prepared by a local function behind the code
using IoctlSharp.Vfio;

internal static class Probing
{
    public static VfioIommuInfoFlags Flags(int number)
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = VfioGroup.Open(number);
        Attach(VfioExtension.Type1Iommu);
        return container.GetType1Info().Value.Flags;

        void Attach(VfioExtension type)
        {
            group.SetContainer(container);
            container.SetIommu(type);
        }
    }
}

//// Device behind an asynchronous local function
using System.Threading.Tasks;
using IoctlSharp.Vfio;

internal static class AsyncOpening
{
    public static async Task<uint> RegionsAsync(int number, string name)
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = VfioGroup.Open(number);
        await AttachAsync();
        using VfioDevice device = group.GetDevice(name);
        return device.GetInfo().Value.RegionCount;

        async Task AttachAsync()
        {
            while (!group.GetStatus().Flags.HasFlag(VfioGroupFlags.Viable))
                await Task.Delay(50);
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1v2Iommu);
        }
    }
}

//// Dirty tracking when a local function could attach
using IoctlSharp.Vfio;

internal static class DirtyProbe
{
    public static bool Works(int number)
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = VfioGroup.Open(number);
        if (!TryAttach())
            return false;
        container.StartDirtyPages();
        container.StopDirtyPages();
        return true;

        bool TryAttach()
        {
            if (container.CheckExtension(VfioExtension.Type1v2Iommu) == 0)
                return false;
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1v2Iommu);
            return true;
        }
    }
}

//// Page sizes after a predicate as local function
using IoctlSharp.Vfio;

internal static class Predicates
{
    public static bool TryGetPageSizes(VfioContainer container, out ulong sizes)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        sizes = KnowsPageSizes(info) ? info.IovaPageSizes : 0;
        return sizes != 0;

        static bool KnowsPageSizes(in VfioIommuType1Info info) => (info.Flags & VfioIommuInfoFlags.PageSizes) != 0;
    }
}

//// Page sizes after a predicate as private method
using IoctlSharp.Vfio;

internal sealed class PageSizeCache(VfioContainer container)
{
    private ulong? _sizes;

    public ulong Sizes => _sizes ??= Read();

    private ulong Read()
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        return HasPageSizes(info) ? info.IovaPageSizes : (ulong)Environment.SystemPageSize;
    }

    private static bool HasPageSizes(VfioIommuType1Info info) => info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes);
}

//// Page sizes with the default put in afterwards
using IoctlSharp.Vfio;

internal static class Defaulted
{
    public static ulong PageSizes(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        ulong sizes = info.IovaPageSizes;
        if ((info.Flags & VfioIommuInfoFlags.PageSizes) == 0)
            sizes = (ulong)Environment.SystemPageSize;
        return sizes;
    }
}

//// Flag tested as a number
using IoctlSharp.Vfio;

internal static class Numeric
{
    public static ulong PageSizes(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        return ((uint)info.Flags & 1) != 0 ? info.IovaPageSizes : 0;
    }
}

//// Pointer to a DMA buffer by its span
using IoctlSharp.Vfio;

internal static unsafe class BySpan
{
    public static Errno Map(VfioContainer container, DmaBuffer buffer, ulong iova)
    {
        fixed (byte* start = buffer.Span)
        {
            return container.TryMapDma(new()
            {
                Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write,
                Vaddr = (UserPointer)start,
                Iova = iova,
                Size = buffer.Size,
            });
        }
    }
}

//// Span over native memory that the device keeps
using IoctlSharp.Vfio;

internal static unsafe class NativeRing
{
    private const int Size = 1 << 20;

    public static void Run(VfioContainer container, Action work)
    {
        void* memory = NativeMemory.AlignedAlloc(Size, 1 << 16);
        Span<byte> ring = new(memory, Size);
        ring.Clear();
        fixed (byte* start = ring)
            container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Write, Vaddr = (UserPointer)start, Iova = 0x100_0000, Size = Size });
        work();
        if (container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0x100_0000, Size = Size }) == Size)
            NativeMemory.AlignedFree(memory);
    }
}

//// Reference into a DMA buffer
using IoctlSharp.Vfio;

internal static unsafe class ByReference
{
    public static void Map(VfioContainer container, DmaBuffer buffer)
    {
        ref byte first = ref MemoryMarshal.GetReference(buffer.Span);
        container.MapDma(new() { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)Unsafe.AsPointer(ref first), Iova = 0x100_0000, Size = buffer.Size });
    }
}
