using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class ClearedMemoryCodeFixTests
{
    [Fact]
    public Task Each_that_has_a_form_that_clears() => Fix.Makes<ClearedMemoryCodeFix>(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        [KernelStruct("request")] public partial struct Request { public uint Mode; public uint Speed; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, ReadOnlySpan<byte> bytes);
            [Ioctl(IoctlMacro.IOW, 2)] public static partial void Set(this Device device, in Request request);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
        #pragma warning disable IOCTL4011
            public static int A(Device device, int fd)
            {
                byte[] bytes = GC.AllocateUninitializedArray<byte>(64);
                device.Send(bytes);
                Unsafe.SkipInit(out Request request);
                request.Mode = 1;
                device.Set(request);
                void* memory = NativeMemory.Alloc(64);
                return ioctl(fd, 0x40407802, memory);
            }
        }
        """,
        """
        [KernelStruct("request")] public partial struct Request { public uint Mode; public uint Speed; }
        [IoctlGroup('x')]
        public static unsafe partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, ReadOnlySpan<byte> bytes);
            [Ioctl(IoctlMacro.IOW, 2)] public static partial void Set(this Device device, in Request request);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
        #pragma warning disable IOCTL4011
            public static int A(Device device, int fd)
            {
                byte[] bytes = GC.AllocateArray<byte>(64);
                device.Send(bytes);
                Request request = default;
                request.Mode = 1;
                device.Set(request);
                void* memory = NativeMemory.AllocZeroed(64);
                return ioctl(fd, 0x40407802, memory);
            }
        }
        """);

    [Fact]
    public Task Who_has_no_such_form() => Fix.IsNotOffered<ClearedMemoryCodeFix>(
        RuleIds.UninitializedMemoryReachesKernel,
        """
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
        #pragma warning disable IOCTL4011
            public static int A(int fd) => ioctl(fd, 0x40407802, (void*)Marshal.AllocHGlobal(64));
        }
        """);
}
