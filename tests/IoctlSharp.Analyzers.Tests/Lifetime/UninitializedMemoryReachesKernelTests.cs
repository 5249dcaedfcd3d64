using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class UninitializedMemoryReachesKernelTests
{
    [Fact]
    public Task Memory_that_holds_what_was_there() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

        #pragma warning disable IOCTL4011
            public static unsafe void A(int fd)
            {
                void* first = NativeMemory.Alloc(64);
                nint second = Marshal.AllocHGlobal(64);
                if (ioctl(fd, 0x40407801, [|first|]) < 0 || ioctl(fd, 0xc0407802, [|(void*)second|]) < 0)
                    throw new InvalidOperationException();
            }
        }
        """,
        "'first' goes to the kernel with whatever 'NativeMemory.Alloc' left in it: clear it first, or start from 'default'");

    [Fact]
    public Task A_struct_that_is_not_initialized() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        internal struct Request { public uint Flags; public ulong Address; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref Request argument);
            public static int A(int fd, nuint request)
            {
                Unsafe.SkipInit(out Request argument);
                argument.Flags = 1;
                return ioctl(fd, request, [|ref argument|]);
            }
        }
        """);

    [Fact]
    public Task A_rented_array() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, ReadOnlySpan<byte> bytes);
            public static void A(Device device)
            {
                byte[] bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(64);
                device.Send([|bytes|]);
            }
        }
        """);

    [Fact]
    public Task A_bitmap_in_which_the_kernel_sets_bits() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, Iommufd iommufd, HwptId table)
            {
                ulong[] rented = System.Buffers.ArrayPool<ulong>.Shared.Rent(64);
                container.GetDirtyPages(0, 0x10000, 0x1000, [|rented|]);
                ulong[] dirty = GC.AllocateUninitializedArray<ulong>(64);
                iommufd.GetDirtyBitmap(table, 0, 0x10000, 0x1000, [|dirty|]);
            }
            public static void B(VfioContainer container)
            {
                ulong[] cleared = System.Buffers.ArrayPool<ulong>.Shared.Rent(64);
                Array.Clear(cleared);
                container.GetDirtyPages(0, 0x10000, 0x1000, cleared);
                container.GetDirtyPages(0, 0x10000, 0x1000, new ulong[64]);
            }
        }
        """,
        "'rented' goes to the kernel with whatever 'ArrayPool.Rent' left in it: clear it first, or start from 'default'");

    [Fact]
    public Task Cleared_or_written() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                void* zeroed = NativeMemory.AllocZeroed(64);
                void* cleared = NativeMemory.Alloc(64);
                NativeMemory.Clear(cleared, 64);
                byte* written = (byte*)NativeMemory.Alloc(1);
                *written = 1;
                byte* indexed = (byte*)NativeMemory.Alloc(1);
                indexed[0] = 1;
                return ioctl(fd, request, zeroed) + ioctl(fd, request, cleared) + ioctl(fd, request, written) + ioctl(fd, request, indexed);
            }
        }
        """);

    [Fact]
    public Task Memory_for_an_answer() => Rule.IsSilent(
        """
        internal struct Size { public ushort Rows, Columns, X, Y; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, byte[] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref Size argument);

            public static int A(int fd, nuint request)
            {
                nint sector = Marshal.AllocHGlobal(4);
                int size = ioctl(fd, request, sector) < 0 ? -1 : Marshal.ReadInt32(sector);
                Marshal.FreeHGlobal(sector);
                return size;
            }
            public static byte[]? B(int fd)
            {
                byte[] keys = GC.AllocateUninitializedArray<byte>(96);
        #pragma warning disable IOCTL4011
                return ioctl(fd, 0x80604518, keys) < 0 ? null : keys;
            }
            public static int C(int fd, nuint request) { Unsafe.SkipInit(out Size size); return ioctl(fd, request, ref size) < 0 ? 0 : size.Rows; }
        }
        """);

    [Fact]
    public Task A_buffer_that_the_kernel_only_writes() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial int Receive(this Device device, Span<byte> bytes);
            public static int A(Device device)
            {
                byte[] bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(64);
                return device.Receive(bytes);
            }
        }
        """);

    [Fact]
    public Task Locals_that_are_not_cleared() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            internal struct Request { public ulong First, Second, Third, Fourth; }
        #pragma warning disable IOCTL4011
            [SkipLocalsInit]
            public static int A(int fd)
            {
                byte* bytes = stackalloc byte[32];
                return ioctl(fd, 0x40207801, [|bytes|]);
            }
            [SkipLocalsInit]
            public static int B(int fd)
            {
                Span<byte> bytes = stackalloc byte[32];
                fixed (byte* pointer = bytes)
                    return ioctl(fd, 0x40207801, [|pointer|]);
            }
            [SkipLocalsInit]
            public static int C(int fd)
            {
                Request argument;
                return ioctl(fd, 0x40207801, [|&argument|]);
            }
        }
        """,
        "'bytes' goes to the kernel with whatever 'stackalloc' left in it: clear it first, or start from 'default'");

    [Fact]
    public Task A_struct_that_is_set_in_part() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        using IoctlSharp.Iommu;
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            internal struct Padded { public byte Mode; public uint Speed; }
            internal struct Tight { public uint Mode; public uint Speed; }
            public static int A(int fd, nuint request)
            {
                Tight* argument = (Tight*)Marshal.AllocHGlobal(sizeof(Tight));
                argument->Mode = 1;
                int result = ioctl(fd, request, [|argument|]);
                Marshal.FreeHGlobal((nint)argument);
                return result;
            }
            public static int B(int fd, nuint request)
            {
                Unsafe.SkipInit(out Padded argument);
                argument.Mode = 1;
                argument.Speed = 2;
                return ioctl(fd, request, [|&argument|]);
            }
            public static ulong C(Iommufd iommufd, IoasId ioas, DmaBuffer buffer)
            {
                Unsafe.SkipInit(out IommuIoasMap map);
                map.IoasId = ioas;
                map.Flags = IommuIoasMapFlags.Readable;
                map.UserVa = buffer.Address;
                map.Length = buffer.Size;
                return iommufd.MapMemory([|map|]);
            }
        }
        """);

    [Fact]
    public Task Pools_and_parts_of_them() => Rule.Flags(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        using System.Buffers;
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
        #pragma warning disable IOCTL4011
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, ReadOnlySpan<byte> bytes);
            public static void A(Device device, int count)
            {
                byte[] bytes = ArrayPool<byte>.Shared.Rent(count);
                device.Send([|bytes.AsSpan(0, count)|]);
                ArrayPool<byte>.Shared.Return(bytes);
            }
            public static void B(Device device, int count)
            {
                using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(count);
                device.Send([|owner.Memory.Span[..count]|]);
            }
            public static void C(Device device) => device.Send([|GC.AllocateUninitializedArray<byte>(16)|]);
            public static int D(int fd)
            {
                byte[] bytes = ArrayPool<byte>.Shared.Rent(64);
                try
                {
                    fixed (byte* pointer = bytes)
                        return ioctl(fd, 0x40407802, [|pointer|]);
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(bytes);
                }
            }
        }
        """);

    [Fact]
    public Task All_of_it_is_set_or_the_kernel_only_writes_it() => Rule.IsSilent(
        """
        using System.Buffers;
        using IoctlSharp.Vfio;
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            internal struct Tight { public uint Mode; public uint Speed; }
            public static int A(int fd, nuint request)
            {
                Unsafe.SkipInit(out Tight argument);
                argument.Mode = 1;
                argument.Speed = 2;
                return ioctl(fd, request, &argument);
            }
            [SkipLocalsInit]
            public static int B(int fd, nuint request)
            {
                Span<byte> bytes = stackalloc byte[32];
                bytes.Clear();
                fixed (byte* pointer = bytes)
                    return ioctl(fd, request, pointer);
            }
            public static int C(int fd, nuint request)
            {
                nint answer = Marshal.AllocHGlobal(4);
                int value = ioctl(fd, request, (void*)answer) < 0 ? -1 : Marshal.ReadInt32(answer);
                Marshal.FreeHGlobal(answer);
                return value;
            }
            public static int D(int fd, nuint request, Tight argument)
            {
                nint copy = Marshal.AllocHGlobal(sizeof(Tight));
                Marshal.StructureToPtr(argument, copy, false);
                int result = ioctl(fd, request, (void*)copy);
                Marshal.FreeHGlobal(copy);
                return result;
            }
            public static int E(int fd, nuint request)
            {
                byte* bytes = stackalloc byte[32];
                return ioctl(fd, request, bytes);
            }
            public static void F(VfioContainer container, DmaBuffer buffer)
            {
                Unsafe.SkipInit(out VfioIommuType1DmaMap map);
                map.Flags = VfioDmaMapFlags.Read;
                map.Vaddr = buffer.Address;
                map.Iova = 0x100000;
                map.Size = buffer.Size;
                container.MapDma(map);
            }
        }
        """);
}
