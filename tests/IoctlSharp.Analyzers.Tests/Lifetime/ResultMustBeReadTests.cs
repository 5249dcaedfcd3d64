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
}
