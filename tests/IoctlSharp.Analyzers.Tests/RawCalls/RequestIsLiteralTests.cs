using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RequestIsLiteralTests
{
    [Fact]
    public Task A_number_that_a_package_has() => Rule.Flags(
        RuleIds.RequestIsLiteral,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, void* map) => ioctl(fd, [|0x3b71|], map);
        }
        """,
        "0x3b71 is the number of VFIO_DEVICE_PCI_HOT_RESET or VFIO_IOMMU_MAP_DMA on some architectures only: call the method of the one that is meant, or pass its Number");

    [Fact]
    public Task A_constant_of_ones_own() => Rule.Flags(
        RuleIds.RequestIsLiteral,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            private const uint GetStatus = 0x3b67;
            public static unsafe int A(int fd, VfioGroupStatus status) => ioctl(fd, [|GetStatus|], &status);
        }
        """);

    [Fact]
    public Task A_number_with_a_direction() => Rule.Flags(
        RuleIds.RequestIsLiteral,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd) => ioctl(fd, [|0x40047801|], null);
        }
        """,
        "0x40047801 is the number of this command on some architectures only: declare the command with [Ioctl], which computes its number");

    [Fact]
    public Task A_terminals_number() => Rule.Flags(
        RuleIds.RequestIsLiteral,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, void* size) => ioctl(fd, [|0x5413|], size);
        }
        """);

    [Fact]
    public Task Numbers_that_every_machine_has() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd) => ioctl(fd, 0x4c82, null);
            public static unsafe int B(int fd, void* request) => ioctl(fd, 0x8912, request);
        }
        """);

    [Fact]
    public Task Computed_numbers() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, VfioGroupStatus status) => ioctl(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, &status);
            public static unsafe int B(int fd, uint request) => ioctl(fd, request, null);
        }
        """);

    [Fact]
    public Task Another_systems_libc() => Rule.IsSilent(
        """
        using System.Runtime.Versioning;
        [SupportedOSPlatform("macos")]
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, ulong request, out ulong size);
            public static ulong Columns(int fd) => ioctl(fd, 0x40087468, out ulong size) < 0 ? 80 : size >> 16 & 0xffff;
        }
        """);

    [Fact]
    public async Task One_architecture()
    {
        CSharpCompilation compilation = TestProject.Compile(
            """
            internal static class Raw
            {
                [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);
                public static unsafe int A(int fd, void* size) => ioctl(fd, 0x5413, size);
            }
            """);
        (await TestProject.Analyze(compilation.WithOptions(compilation.Options.WithPlatform(Platform.X64)), TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await TestProject.Analyze(compilation.WithOptions(compilation.Options.WithPlatform(Platform.Arm64)), TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public Task Another_function_of_that_name() => Rule.IsSilent(
        """
        internal static class Raw
        {
            private static int ioctl(int fd, nuint request, int argument) => argument;
            [DllImport("other")] private static extern int ioctl(int fd, nuint request, nint argument);
            public static int A(int fd) => ioctl(fd, 0x3b71, 1) + ioctl(fd, 0x3b71, (nint)0);
        }
        """);

    [Fact]
    public Task Of_several_commands_the_one_that_is_meant() => Rule.Flags(
        RuleIds.RequestIsLiteral,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            private const uint VFIO_IOMMU_MAP_DMA = 0x3b71;
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, void* map) => ioctl(fd, [|VFIO_IOMMU_MAP_DMA|], map);
            public static unsafe int B(int fd, VfioIommuType1DmaMap map) => ioctl(fd, [|0x3b71|], &map);
        }
        """,
        "0x3b71 is the number of VFIO_IOMMU_MAP_DMA on some architectures only: call VfioIoctls.MapDma, or pass VfioIoctls.Commands.VFIO_IOMMU_MAP_DMA.Number");

    [Fact]
    public Task Held_by_a_variable_or_passed_on_by_a_method() => Rule.Flags(
        RuleIds.RequestIsLiteral,
        """
        internal enum Requests : uint { Reset = 15215 }
        internal static class Raw
        {
            private static readonly uint SPI_IOC_WR_MODE = 0x40016b01;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            static int Call(int fd, uint request, nint argument = 0) => ioctl(fd, request, argument) is var result and >= 0 ? result : throw new InvalidOperationException();
            public static int A(int fd, nint mode) => ioctl(fd, [|SPI_IOC_WR_MODE|], mode);
            public static int B(int fd, nint mode) { nuint request = 0x40016b01; return ioctl(fd, [|request|], mode); }
            public static int C(int fd) => Call(fd, [|0x3b64|]);
            public static int D(int fd) => ioctl(fd, [|(nuint)Requests.Reset|], 0);
        }
        """);

    [Fact]
    public Task A_variable_of_several_values() => Rule.IsSilent(
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            public static int A(int fd, nint mode, bool other) { nuint request = 0x40016b01; if (other) request = Computed(); return ioctl(fd, request, mode); }
            static nuint Computed() => 3;
            static int Log(int fd, uint number) => fd + (int)number;
            public static int B(int fd) => Log(fd, 0x3b64);
        }
        """);
}
