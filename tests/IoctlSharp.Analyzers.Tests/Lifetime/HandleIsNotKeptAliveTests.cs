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
}
