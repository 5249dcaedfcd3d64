using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RawIoctlTakesAnotherStructTests
{
    [Fact]
    public Task The_struct_of_another_command() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, VfioIommuSpaprTceCreate create) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number, [|&create|]);
        }
        """,
        "'VfioIommuSpaprTceCreate' is not the argument of VFIO_IOMMU_SPAPR_TCE_REMOVE, which is 'VfioIommuSpaprTceRemove': call VfioIoctls.RemoveWindow, or pass VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number");

    [Fact]
    public Task Less_than_the_kernel_writes() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd)
            {
                uint size;
                #pragma warning disable IOCTL4011
                return ioctl(fd, 0x5413, [|&size|]);
            }
        }
        """);

    [Fact]
    public Task Passed_by_reference() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref VfioIrqInfo argument);
            public static int A(int fd) { VfioIrqInfo info = default; return ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_SET_IRQS.Number, [|ref info|]); }
        }
        """);

    [Fact]
    public Task The_right_ones_and_unknown_ones() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, VfioIommuSpaprTceRemove remove) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number, &remove);
            public static unsafe int B(int fd, byte* buffer) => ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_INFO.Number, buffer);
            public static unsafe int C(int fd, void* buffer) => ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_INFO.Number, buffer);
            public static unsafe int D(int fd, IntPtr buffer) => ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_INFO.Number, (void*)buffer);
            public static unsafe int E(int fd, nuint request, Plain plain) => ioctl(fd, request, &plain);
        }
        """);

    [Fact]
    public Task One_number_of_several_kinds_of_file() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, VfioIommuType1Info info) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_GET_INFO.Number, &info);
            public static unsafe int B(int fd, VfioIommuSpaprTceInfo info) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_GET_INFO.Number, &info);
        }
        """);
}
