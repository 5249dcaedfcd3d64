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
}
