using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class CallIsOutOfOrderTests
{
    [Fact]
    public Task Before_the_IOMMU_is_set() => Rule.Flags(
        RuleIds.CallIsOutOfOrder,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioGroup group, VfioIommuType1DmaMap map)
            {
                using VfioContainer container = VfioContainer.Open();
                [|container.SetIommu(VfioExtension.Type1v2Iommu)|];
                group.SetContainer(container);
            }
            public static void B(VfioGroup group, VfioIommuType1DmaMap map)
            {
                using VfioContainer container = VfioContainer.Open();
                group.SetContainer(container);
                [|container.MapDma(map)|];
                container.SetIommu(VfioExtension.Type1v2Iommu);
            }
        }
        """,
        "'SetIommu' works only after 'SetContainer', and nothing has called that with 'container' since it was opened here: call it first");

    [Fact]
    public Task After_another_value() => Rule.Flags(
        RuleIds.CallIsOutOfOrder,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioGroup group)
            {
                using VfioContainer container = VfioContainer.Open();
                group.SetContainer(container);
                container.SetIommu(VfioExtension.Type1Iommu);
                [|container.StartDirtyPages()|];
            }
        }
        """);

    [Fact]
    public Task Before_what_the_file_wants_first() => Rule.Flags(
        RuleIds.CallIsOutOfOrder,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(Iommufd iommufd)
            {
                using VfioCdev device = VfioCdev.Open("/dev/vfio/devices/vfio0");
                [|device.Reset()|];
                Console.WriteLine(device.Bind(iommufd));
                device.Reset();
            }
        }
        """,
        "'Reset' works only after 'Bind', and nothing has called that with 'device' since it was opened here: call it first");

    [Fact]
    public Task Files_that_want_nothing_first() => Rule.IsSilent(
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(Iommufd iommufd, VfioCdev given, VfioDevice ofGroup, IntPtr fd)
            {
                given.Reset();
                ofGroup.Reset();
                using VfioCdev adopted = new(fd, ownsHandle: true);
                adopted.Reset();
                using VfioCdev device = VfioCdev.Open("/dev/vfio/devices/vfio0");
                Bind(device, iommufd);
                device.Reset();
                using VfioDevice asBase = VfioCdev.Open("/dev/vfio/devices/vfio1");
                asBase.Reset();
            }
            private static void Bind(VfioCdev device, Iommufd iommufd) => Console.WriteLine(device.Bind(iommufd));
        }
        """);

    [Fact]
    public Task In_order() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioGroup group, VfioIommuType1DmaMap map, VfioExtension type)
            {
                using VfioContainer container = VfioContainer.Open();
                if (container.GetApiVersion() != 0 || container.CheckExtension(type) == 0)
                    throw new InvalidOperationException(container.ToString());
                group.SetContainer(container);
                container.SetIommu(type);
                container.MapDma(map);
                container.StartDirtyPages();
            }
        }
        """);

    [Fact]
    public Task Files_with_a_history() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            private static VfioContainer Open() => VfioContainer.Open();
            private static void Prepare(VfioContainer container) { }
            public static void A(VfioContainer given, IntPtr fd, VfioIommuType1DmaMap map)
            {
                given.MapDma(map);
                using VfioContainer opened = Open();
                opened.MapDma(map);
                using VfioContainer adopted = new(fd, ownsHandle: true);
                adopted.MapDma(map);
                using VfioContainer prepared = VfioContainer.Open();
                Prepare(prepared);
                prepared.MapDma(map);
            }
        }
        """);

    [Fact]
    public Task A_device_by_its_own_file_is_bound_first() => Rule.Flags(
        RuleIds.CallIsOutOfOrder,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(string path, Iommufd iommufd)
            {
                using VfioCdev device = VfioCdev.Open(path);
                Console.WriteLine([|device.GetInfo()|]);
                device.Bind(iommufd);
                device.Reset();
            }
            public static void B(VfioGroup group, DmaBuffer buffer)
            {
                VfioContainer container;
                container = VfioContainer.Open();
                group.SetContainer(container);
                using DmaMapping mapping = [|container.Map(buffer, 0x10000)|];
                container.Dispose();
            }
        }
        """,
        "'GetInfo' works only after 'Bind', and nothing has called that with 'device' since it was opened here: call it first");

    [Fact]
    public Task A_device_of_a_group() => Rule.IsSilent(
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioGroup group)
            {
                using VfioDevice device = group.GetDevice("0000:06:0d.0");
                device.Reset();
            }
            public static void B(nint fd)
            {
                using VfioCdev device = new(fd, true);
                device.Reset();
            }
            public static void C(VfioGroup group, DmaBuffer buffer)
            {
                using VfioContainer container = VfioContainer.Open();
                group.SetContainer(container);
                container.SetIommu(VfioExtension.Type1v2Iommu);
                using DmaMapping mapping = container.Map(buffer, 0x10000);
            }
        }
        """);
}
