using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class ResultMustBeReadTests
{
    [Fact]
    public Task Dropped() => Rule.Flags(
        RuleIds.ResultMustBeRead,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, VfioIommuType1DmaUnmap unmap)
            {
                [|container.UnmapDma(unmap)|];
                [|VfioIoctls.UnmapDma(container, unmap)|];
            }
        }
        """,
        "'UnmapDma' says in its result what the kernel really did, which can be less than was asked for though the call succeeded: compare it");

    [Fact]
    public Task A_field_that_nobody_looks_at() => Rule.Flags(
        RuleIds.ResultMustBeRead,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static bool A(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Iova = 0x1000, Size = 0x1000 };
                return container.TryUnmapDma([|ref unmap|]) == Errno.None;
            }
        }
        """,
        "'TryUnmapDma' says in 'Size' of 'unmap' what the kernel really did, which can be less than was asked for though the call succeeded: compare it");

    private const string Tails = """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { public uint Count; }
        [KernelStruct("removal")] public partial struct Removal { public ulong Start; [MustRead] public ulong Removed; public Nested Inner; }
        [KernelStruct("nested")] public partial struct Nested { [MustRead] public uint Done; public uint Other; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(Removal))] [return: Field(nameof(Removal.Removed))] public static partial ulong Remove(this Device device, [Field(nameof(Removal.Start))] ulong start);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Feature), Tail = typeof(Removal))] [return: Field("Inner.Done")] public static partial uint Finish(this Device device);
            [Ioctl(IoctlMacro.IO, 3, Argument = typeof(Feature), Tail = typeof(Removal))] [return: Field(nameof(Removal.Start), Of = typeof(Removal))] public static partial ulong Move(this Device device);
            [Ioctl(IoctlMacro.IO, 4)] public static partial void Take(this Device device, ref Feature feature, [Tail] ref Removal removal);
        }
        """;

    [Fact]
    public Task A_field_of_the_tail_is_the_result() => Rule.Flags(
        RuleIds.ResultMustBeRead,
        Tails + """

        public static class Driver
        {
            public static void Run(Device device, Feature feature)
            {
                [|device.Remove(4)|];
                [|device.Finish()|];
                Removal removal = new() { Start = 8 };
                device.Take(ref feature, [|ref removal|]);
            }
        }
        """,
        "'Remove' says in its result what the kernel really did, which can be less than was asked for though the call succeeded: compare it");

    [Fact]
    public Task Of_the_tail_and_looked_at_or_another_field() => Rule.IsSilent(
        Tails + """

        public static class Driver
        {
            public static ulong Run(Device device, Feature feature)
            {
                _ = device.Remove(4);
                device.Move();
                Removal removal = new() { Start = 8 };
                device.Take(ref feature, ref removal);
                return removal.Removed + device.Finish();
            }
        }
        """);

    [Fact]
    public Task Somebody_looks() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static ulong A(VfioContainer container, VfioIommuType1DmaUnmap unmap) => container.UnmapDma(unmap);
            public static void E(VfioContainer container, VfioIommuType1DmaUnmap unmap) => _ = container.UnmapDma(unmap);
            public static bool B(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Iova = 0x1000, Size = 0x1000 };
                return container.TryUnmapDma(ref unmap) == Errno.None && unmap.Size == 0x1000;
            }
            public static Errno C(VfioContainer container, ref VfioIommuType1DmaUnmap unmap) => container.TryUnmapDma(ref unmap);
            public static VfioIommuType1DmaUnmap D(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = default;
                unmap.Size = 0x1000;
                if (container.TryUnmapDma(ref unmap) != Errno.None)
                    throw new InvalidOperationException();
                return unmap;
            }
        }
        """);

    [Fact]
    public Task A_result_that_says_only_yes() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container) { container.GetApiVersion(); }
        }
        """);

    [Fact]
    public Task In_a_local_that_nobody_reads() => Rule.Flags(
        RuleIds.ResultMustBeRead,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static unsafe class Driver
        {
            public static void A(VfioContainer container, in VfioIommuType1DmaUnmap unmap)
            {
                ulong done = [|container.UnmapDma(unmap)|];
            }
            public static bool B(Iommufd iommufd, PageTableId viommu, ReadOnlySpan<IommuViommuArmSmmuv3Invalidate> commands)
                => iommufd.TryInvalidate(viommu, commands, [|out uint done|]) == Errno.None;
            public static ulong D(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Iova = 0x10000, Size = 0x10000 };
                return container.TryUnmapDma([|ref unmap|]) == Errno.None ? unmap.Iova : 0;
            }
        }
        """);

    [Fact]
    public Task In_a_local_that_somebody_reads() => Rule.IsSilent(
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static ulong A(VfioContainer container, in VfioIommuType1DmaUnmap unmap)
            {
                ulong done = 0;
                Action act = () => done = container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0x10000, Size = 0x10000 });
                act();
                ulong more = container.UnmapDma(unmap);
                return done + more;
            }
            public static bool B(Iommufd iommufd, PageTableId viommu, ReadOnlySpan<IommuViommuArmSmmuv3Invalidate> commands)
                => iommufd.TryInvalidate(viommu, commands, out _) == Errno.None
                    || (iommufd.TryInvalidate(viommu, commands, out uint done) == Errno.None && done == commands.Length);
        }
        """);

    [Fact]
    public Task A_variable_that_the_kernel_corrects() => Rule.Flags(
        RuleIds.ResultMustBeRead,
        """
        using IoctlSharp.Iommu;
        internal static class Driver
        {
            public static ulong A(Iommufd iommufd, IoasId ioas)
            {
                ulong length = 0x10000;
                iommufd.GetPhysicalAddress(ioas, 0x1000, [|ref length|], out ulong address);
                return address;
            }
        }
        """,
        "'GetPhysicalAddress' says in 'length' what the kernel really did, which can be less than was asked for though the call succeeded: compare it");

    [Fact]
    public Task A_variable_that_is_looked_at() => Rule.IsSilent(
        """
        using IoctlSharp.Iommu;
        internal static class Driver
        {
            public static (ulong, ulong) A(Iommufd iommufd, IoasId ioas)
            {
                ulong length = 0x10000;
                iommufd.GetPhysicalAddress(ioas, 0x1000, ref length, out ulong address);
                return (address, length);
            }
            public static ulong B(Iommufd iommufd, IoasId ioas, ref ulong length)
            {
                iommufd.GetPhysicalAddress(ioas, 0x1000, ref length, out ulong address);
                return address;
            }
        }
        """);
}
