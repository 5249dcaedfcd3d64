using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class HandleIsNotKeptAliveTests
{
    [Fact]
    public Task The_number_of_a_handle() => Rule.Flags(
        RuleIds.HandleIsNotKeptAlive,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(int fd);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe void A(Device device, SafeHandle other, nuint request)
            {
                Reset((int)[|device.DangerousGetHandle()|]);
                Reset([|other.DangerousGetHandle()|].ToInt32());
                if (ioctl((int)[|device.DangerousGetHandle()|], request, null) < 0)
                    throw new InvalidOperationException();
            }
        }
        """,
        "'device.DangerousGetHandle()' gives the descriptor away without keeping the handle open, so that another thread can close it and the kernel give its number to another file: pass the handle itself, or a BorrowedFd of it");

    [Fact]
    public Task Held_or_used_elsewhere() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(int fd);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static void A(Device device)
            {
                bool held = false;
                try
                {
                    device.DangerousAddRef(ref held);
                    Reset((int)device.DangerousGetHandle());
                }
                finally
                {
                    if (held)
                        device.DangerousRelease();
                }
            }
            public static void B(Device device)
            {
                using BorrowedFd fd = new(device);
                Reset(fd.Value);
                Console.WriteLine(device.DangerousGetHandle());
            }
            public static void C(string path)
            {
                using System.IO.FileStream file = System.IO.File.OpenRead(path);
                Reset((int)file.SafeFileHandle.DangerousGetHandle());
                SafeHandle own = System.IO.File.OpenHandle(path);
                using (own)
                    Reset((int)own.DangerousGetHandle());
                SafeHandle last = System.IO.File.OpenHandle(path);
                try
                {
                    Reset((int)last.DangerousGetHandle());
                }
                finally
                {
                    last.Dispose();
                }
            }
            public static System.IO.FileStream D(string path)
            {
                System.IO.FileStream file = System.IO.File.OpenRead(path);
                Reset((int)file.SafeFileHandle.DangerousGetHandle());
                return file;
            }
        }
        """);

    [Fact]
    public Task Through_a_local() => Rule.Flags(
        RuleIds.HandleIsNotKeptAlive,
        """
        [IoctlGroup('x')]
        public static unsafe partial class Raw
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(int fd);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] private static extern int Control(nint fd, nuint request, nint argument);
            public static int A(SafeHandle handle, nuint request)
            {
                int fd = (int)[|handle.DangerousGetHandle()|];
                return ioctl(fd, request, null);
            }
            public static int B(SafeHandle handle, nuint request)
            {
                nint fd = [|handle.DangerousGetHandle()|];
                return Control(fd, request, 0);
            }
            public static void C(Device device)
            {
                int fd = [|device.DangerousGetHandle()|].ToInt32();
                Reset(fd);
            }
        }
        """);

    [Fact]
    public Task Of_a_handle_that_nothing_keeps() => Rule.Flags(
        RuleIds.HandleIsNotKeptAlive,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            private static int s_fd;
            public static int A(VfioGroup group) => (int)[|group.GetDevice("0000:01:00.0").DangerousGetHandle()|];
            public static void B() => s_fd = (int)[|VfioContainer.Open().DangerousGetHandle()|];
            public static nint C() => [|System.IO.File.OpenHandle("/dev/null").DangerousGetHandle()|];
        }
        """,
        "'group.GetDevice(\"0000:01:00.0\").DangerousGetHandle()' gives the descriptor away of a handle that nothing keeps, so that the garbage collector closes it: keep the handle, in a local of 'using' or in a field");

    [Fact]
    public Task What_using_holds_and_what_is_only_shown() => Rule.IsSilent(
        """
        using System.IO;
        using Microsoft.Win32.SafeHandles;
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
            public static int A(nuint request) { using FileStream file = new("/dev/x", FileMode.Open); return ioctl((int)file.SafeFileHandle.DangerousGetHandle(), request, null); }
            public static int B(nuint request) { using SafeFileHandle file = File.OpenHandle("/dev/x"); int fd = (int)file.DangerousGetHandle(); return ioctl(fd, request, null); }
            public static string C(SafeHandle handle) { int fd = (int)handle.DangerousGetHandle(); return $"fd {fd}"; }
            public static nint D(SafeHandle handle) => handle.DangerousGetHandle();
            public static nint E(nint fd) => new Device(fd, false).DangerousGetHandle();
            public static int F(SafeHandle handle, nuint request)
            {
                bool isHeld = false;
                try
                {
                    handle.DangerousAddRef(ref isHeld);
                    int fd = (int)handle.DangerousGetHandle();
                    return ioctl(fd, request, null);
                }
                finally
                {
                    if (isHeld)
                        handle.DangerousRelease();
                }
            }
        }
        """);
}
