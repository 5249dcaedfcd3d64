using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class CommandDiffersFromKnownTests
{
    [Fact]
    public Task A_number_that_is_anothers() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        [IoctlGroup('T')]
        public static partial class Tun
        {
            [[|Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF")|]] public static partial void Set(this Device device, in ulong request);
        }
        """,
        "'Set' declares TUNSETIFF with the number 0x400854ca, but its header has 0x400454ca: write the macro, the number and the argument of the #define");

    [Fact]
    public Task A_value_by_address() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        [IoctlGroup]
        public static partial class I2c
        {
            [[|Ioctl(Number = 0x703, Name = "I2C_SLAVE")|]] public static partial void SetAddress(this Device device, in uint address);
        }
        """);

    [Fact]
    public Task An_address_by_value() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        [IoctlGroup]
        public static partial class Tty
        {
            [[|Ioctl(Number = 0x5410, NumberOnPowerPC = 0x80047476, NumberOnMips = 0x80047476, NumberOnSparc = 0x80047482, Name = "TIOCSPGRP")|]] public static partial void SetGroup(this Device device, int group);
        }
        """);

    [Fact]
    public Task Too_small_an_argument() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        [IoctlGroup]
        public static partial class I2c
        {
            [[|Ioctl(Number = 0x705, Name = "I2C_FUNCS")|]] public static partial void GetFunctions(this Device device, out uint functions);
        }
        """,
        "'GetFunctions' declares I2C_FUNCS with an argument of 4 bytes, but its header has one of 8: write the macro, the number and the argument of the #define");

    [Fact]
    public Task A_command_of_a_package() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        using IoctlSharp.Vfio;
        [IoctlGroup(';', Base = 100)]
        public static partial class Mine
        {
            [[|Ioctl(IoctlMacro.IO, 14, Name = "VFIO_IOMMU_MAP_DMA")|]] public static partial void Map(this VfioContainer container, in VfioIommuType1DmaMap map);
        }
        """);

    [Fact]
    public Task As_the_headers_have_them() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        [IoctlGroup(';', Base = 100)]
        public static partial class Mine
        {
            [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_IOMMU_MAP_DMA")] public static partial void Map(this VfioContainer container, in VfioIommuType1DmaMap map);
            [Ioctl(IoctlMacro.IO, 3, Name = "VFIO_GROUP_GET_STATUS")] public static partial VfioGroupStatus Status(this VfioGroup group);
            [Ioctl(IoctlMacro.IO, 7, Name = "VFIO_DEVICE_GET_INFO"), AskAgain] public static partial KernelBuffer<VfioDeviceInfo> Info(this VfioDevice device);
        }
        [IoctlGroup]
        public static partial class I2c
        {
            [Ioctl(Number = 0x703, Name = "I2C_SLAVE")] public static partial void SetAddress(this Device device, uint address);
            [Ioctl(Number = 0x705, Name = "I2C_FUNCS")] public static partial void GetFunctions(this Device device, out nuint functions);
        }
        """);

    [Fact]
    public Task A_name_that_nobody_knows() => Rule.IsSilent(
        """
        [IoctlGroup('T')]
        public static partial class Tun
        {
            [Ioctl(IoctlMacro.IOW, 202, Name = "MYTUN_SETIFF")] public static partial void Set(this Device device, in ulong request);
        }
        """);

    [Fact]
    public Task A_constant_of_that_name_with_anothers_number() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        internal static class Raw
        {
            private const uint VFIO_GROUP_GET_STATUS = 0x3b68, I2cSlave = 0x704;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            public static int A(int fd, nint status) => ioctl(fd, [|VFIO_GROUP_GET_STATUS|], status);
            public static int B(int fd) => ioctl(fd, [|I2cSlave|], 0x50);
            public static int C(int fd) { const uint KVM_CREATE_VM = 0xae02; return ioctl(fd, [|KVM_CREATE_VM|], 0); }
        }
        """,
        "'VFIO_GROUP_GET_STATUS' declares VFIO_GROUP_GET_STATUS with the number 0x3b68, but its header has 0x3b67: call VfioIoctls.GetStatus, or pass VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number");

    [Fact]
    public Task No_argument_and_a_wider_one() => Rule.Flags(
        RuleIds.CommandDiffersFromKnown,
        """
        [IoctlGroup(0x12)]
        public static partial class Blocks
        {
            [[|Ioctl(IoctlMacro.IO, 104, Name = "BLKSSZGET")|]] public static partial int GetSectorSize(this Device device);
            [[|Ioctl(IoctlMacro.IOR, 112, Name = "BLKBSZGET")|]] public static partial void GetBlockSize(this Device device, out nuint size);
        }
        [IoctlGroup('f')]
        public static partial class Files
        {
            [[|Ioctl(IoctlMacro.IOR, 1, Name = "FS_IOC_GETFLAGS")|]] public static partial void GetFlags(this Device device, out nint flags);
        }
        """,
        "'GetSectorSize' declares BLKSSZGET with no argument, but its header has the address of one: write the macro, the number and the argument of the #define");

    [Fact]
    public Task Numbers_of_other_machines_and_systems() => Rule.IsSilent(
        """
        internal static class Raw
        {
            private const uint TIOCGWINSZ = 0x40087468, TIOCSTI = 0x5472, KVM_RUN = 0x2000ae80;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, nint argument);
            #pragma warning disable IOCTL4011
            public static int A(int fd, nint size) => ioctl(fd, TIOCGWINSZ, size) + ioctl(fd, TIOCSTI, size) + ioctl(fd, KVM_RUN, 0);
        }
        [IoctlGroup(0x12)]
        public static partial class Blocks
        {
            [Ioctl(IoctlMacro.IO, 104, Name = "BLKSSZGET")] public static partial void GetSectorSize(this Device device, out int size);
            [Ioctl(IoctlMacro.IOR, 112, Name = "BLKBSZGET", MacroType = typeof(nuint))] public static partial void GetBlockSize(this Device device, out int size);
        }
        """);
}
