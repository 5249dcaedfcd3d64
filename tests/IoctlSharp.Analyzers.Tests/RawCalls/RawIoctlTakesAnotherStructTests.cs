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
        "'VfioIommuSpaprTceCreate' is not the argument of VFIO_IOMMU_SPAPR_TCE_REMOVE, which is 'VfioIommuSpaprTceRemove': pass that, or call VfioIoctls.RemoveWindow");

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

    [Fact]
    public Task However_the_address_is_taken() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        using IoctlSharp.Vfio;
        internal sealed class Raw
        {
            private VfioIrqInfo _info;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, IntPtr argument);
            static nuint Request => VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number;
            static readonly nuint s_request = VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number;

            public int A(int fd, VfioIrqInfo info)
            {
                IntPtr memory = IntPtr.Zero;
                try
                {
                    memory = Marshal.AllocHGlobal(Marshal.SizeOf<VfioIrqInfo>());
                    Marshal.StructureToPtr(info, memory, false);
                    return ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, [|memory|]);
                }
                finally
                {
                    Marshal.FreeHGlobal(memory);
                }
            }
            public unsafe int B(int fd, VfioIrqInfo info) => ioctl(fd, s_request, [|(IntPtr)Unsafe.AsPointer(ref info)|]);
            public unsafe int C(int fd, VfioIrqInfo info)
            {
                nuint request = VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number;
                VfioIrqInfo* pointer = &info;
                return ioctl(fd, request, [|new IntPtr(pointer)|]);
            }
            public unsafe int D(int fd)
            {
                Span<VfioIrqInfo> one = stackalloc VfioIrqInfo[1];
                IoctlCommand command = VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO;
                fixed (VfioIrqInfo* pointer = one)
                    return ioctl(fd, command.Number, [|(nint)pointer|]);
            }
            public unsafe int E(int fd)
            {
                return Call();
                int Call() { fixed (VfioIrqInfo* pointer = &_info) return ioctl(fd, s_request, [|(nint)pointer|]); }
            }
        }
        """);

    [Fact]
    public Task Through_a_method_of_ones_own() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        using IoctlSharp.Vfio;
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);
            static int Call<T>(int fd, nuint request, ref T argument) where T : unmanaged { fixed (T* pointer = &argument) return ioctl(fd, request, pointer); }
            static int CallOf<T>(this int fd, IoctlCommand command, T argument) where T : unmanaged => ioctl(fd, command.Number, &argument);
            static int Retry(int fd, uint request, void* argument)
            {
                int result;
                do
                    result = ioctl(fd, request, argument);
                while (result < 0 && Marshal.GetLastPInvokeError() == 4);
                return result;
            }

            public static int A(int fd, VfioIrqInfo info) => Call(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, [|ref info|]);
            public static int C(int fd, VfioIrqInfo info) => Retry(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, [|&info|]);
            public static int D(int fd, VfioIrqInfo info) => fd.CallOf(VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO, [|info|]);
        }
        """);

    [Fact]
    public Task A_struct_that_repeats_that_of_another_command() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        using IoctlSharp.Vfio;
        internal struct vfio_iommu_spapr_tce_create { public uint argsz; public uint flags; public uint page_shift; public uint __resv1; public ulong window_size; public uint levels; public uint __resv2; public ulong start_addr; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref vfio_iommu_spapr_tce_create argument);
            public static int A(int fd, vfio_iommu_spapr_tce_create create) => ioctl(fd, VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number, [|ref create|]);
        }
        """);

    [Fact]
    public Task An_integer_of_another_width() => Rule.Flags(
        RuleIds.RawIoctlTakesAnotherStruct,
        """
        #pragma warning disable IOCTL4011
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(SafeHandle fd, nuint request, out long argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern unsafe int Pointed(SafeHandle fd, nuint request, void* argument);
            public static long A(SafeHandle fd) => ioctl(fd, 0x80086601, [|out long flags|]) < 0 ? 0 : flags;
            public static unsafe int B(SafeHandle fd) { ushort* size = stackalloc ushort[2]; return Pointed(fd, 0x5413, [|size|]); }
            public static unsafe int C(SafeHandle fd) { Span<byte> size = stackalloc byte[4]; fixed (byte* pointer = size) return Pointed(fd, 0x5413, [|pointer|]); }
            public static unsafe int D(SafeHandle fd) { byte[] size = new byte[4]; fixed (byte* pointer = &size[0]) return Pointed(fd, 0x5413, [|pointer|]); }
        }
        """,
        "'long' is not the argument of FS_IOC_GETFLAGS, which is 4 bytes: pass that, or declare it with [Ioctl(..., Name = \"FS_IOC_GETFLAGS\")]");

    [Fact]
    public Task The_right_struct_in_each_of_these_ways() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        #pragma warning disable CS0649, IOCTL4011
        [StructLayout(LayoutKind.Sequential)] internal struct vfio_iommu_spapr_tce_remove { public uint argsz; public uint flags; public ulong start_addr; }
        internal struct WindowSize { public ushort Rows, Columns, Width, Height; }
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Reference(int fd, nuint request, ref byte argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Flags(int fd, nuint request, out int argument);
            static int Call<T>(int fd, nuint request, ref T argument) where T : unmanaged { fixed (T* pointer = &argument) return ioctl(fd, request, pointer); }
            static int Changed(int fd, nuint request, void* argument) { request = Other(request); return ioctl(fd, request, argument); }
            static nuint Other(nuint request) => request + 1;

            public static int A(int fd, ref vfio_iommu_spapr_tce_remove remove) => Call(fd, VfioIoctls.Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number, ref remove);
            public static int B(int fd, VfioIrqInfo info) => Changed(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, &info);
            public static int C(int fd) { Span<byte> size = stackalloc byte[64]; return Reference(fd, 0x5413, ref MemoryMarshal.GetReference(size)); }
            public static int D(int fd, ushort* sizes) => ioctl(fd, 0x5413, sizes);
            public static int E(int fd, ref byte first) => Reference(fd, 0x5413, ref first);
            public static int F(int fd) { WindowSize size; return ioctl(fd, 0x5413, &size); }
            public static int G(int fd) => Flags(fd, 0x80086601, out int flags) < 0 ? 0 : flags;
            public static int H(int fd, bool irq) { void* pointer = null; VfioIrqInfo info = default; if (irq) pointer = &info; else pointer = &fd; return ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, pointer); }
            public static int I(int fd, byte[] sizes) { fixed (byte* pointer = sizes) return ioctl(fd, 0x5413, pointer); }
        }
        """);
}
