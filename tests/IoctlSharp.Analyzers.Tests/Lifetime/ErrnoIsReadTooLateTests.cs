using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class ErrnoIsReadTooLateTests
{
    [Fact]
    public Task After_other_calls() => Rule.Flags(
        RuleIds.ErrnoIsReadTooLate,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                int result = ioctl(fd, request, null);
                Console.WriteLine(result);
                return result < 0 ? [|Marshal.GetLastPInvokeError()|] : 0;
            }
            public static unsafe int B(int fd, nuint request)
            {
                if (ioctl(fd, request, null) < 0)
                {
                    System.IO.File.Delete("lock");
                    return [|Marshal.GetLastWin32Error()|];
                }
                return 0;
            }
        }
        """,
        "'GetLastPInvokeError' comes after 'WriteLine', which can change errno: read it straight after 'ioctl'");

    [Fact]
    public Task After_another_import() => Rule.Flags(
        RuleIds.ErrnoIsReadTooLate,
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libudev", SetLastError = true)] private static extern void udev_unref(nint udev);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                if (ioctl(fd, request, null) == 0)
                    return 0;
                udev_unref(0);
                int error = [|Marshal.GetLastPInvokeError()|];
                return error;
            }
        }
        """);

    [Fact]
    public Task After_what_leaves_errno_alone() => Rule.IsSilent(
        """
        using System.Diagnostics;
        using System.IO;
        using System.Threading;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc")] private static extern int close(int fd);
            [DllImport("libudev")] private static extern void udev_unref(nint udev);
            private static int s_calls;

            public static unsafe int A(int fd, nuint request, string path, object gate, Stopwatch watch)
            {
                watch.Start();
                bool isTaken = false;
                Monitor.Enter(gate, ref isTaken);
                int result = ioctl(fd, request, null);
                watch.Stop();
                Monitor.Exit(gate);
                Interlocked.Increment(ref s_calls);
                Debug.Assert(result <= 0);
                string name = Path.GetFileName(path);
                udev_unref(0);
                return result < 0 ? Marshal.GetLastPInvokeError() : name.Length;
            }
            public static unsafe int B(int fd, nuint request, SafeHandle owner)
            {
                if (ioctl(fd, request, null) == 0)
                    return 0;
                owner.Dispose(); // keeps the error of the call before
                close(fd);
                return Marshal.GetLastPInvokeError();
            }
        }
        """);

    [Fact]
    public Task Read_at_once() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                int result = ioctl(fd, request, null);
                if (result < 0)
                {
                    int error = Marshal.GetLastPInvokeError();
                    Console.WriteLine(error);
                    return error;
                }
                Console.WriteLine(result);
                return 0;
            }
            public static unsafe int B(int fd, nuint request) => ioctl(fd, request, null) < 0 ? Marshal.GetLastPInvokeError() : 0;
            public static unsafe int C(int fd, nuint request)
            {
                Console.WriteLine("before");
                if (ioctl(fd, request, null) >= 0)
                    return 0;
                string text = 1.ToString() + string.Concat("a", "b");
                return Marshal.GetLastPInvokeError() + text.Length;
            }
            public static int D() => Marshal.GetLastPInvokeError();
        }
        """);

    [Fact]
    public Task Behind_what_cleans_up() => Rule.Flags(
        RuleIds.ErrnoIsReadTooLate,
        """
        using System.ComponentModel;
        using System.IO;
        using System.Threading.Tasks;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);
            [DllImport("libc", SetLastError = true)] private static extern int close(int fd);
            [DllImport("libc", EntryPoint = "close")] private static extern int CloseOnly(int fd);
            public static void A(int fd, nuint request)
            {
                if (ioctl(fd, request, 0) == -1)
                {
                    close(fd);
                    throw new Win32Exception([|Marshal.GetLastPInvokeError()|]);
                }
            }
            public static void B(int fd, nuint request)
            {
                int result = ioctl(fd, request, 0);
                if (result < 0)
                {
                    _ = close(fd);
                    int error = [|Marshal.GetLastWin32Error()|];
                    throw new Win32Exception(error);
                }
            }
            public static void C(int fd, nuint request)
            {
                if (ioctl(fd, request, 0) != 0)
                {
                    CloseOnly(fd);
                    throw new Win32Exception([|Marshal.GetLastSystemError()|]);
                }
            }
        }
        """,
        "'GetLastPInvokeError' comes after 'close', which can change errno: read it straight after 'ioctl'");

    [Fact]
    public Task Behind_await_and_in_one_expression() => Rule.Flags(
        RuleIds.ErrnoIsReadTooLate,
        """
        using System.ComponentModel;
        using System.IO;
        using System.Threading.Tasks;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);
            [DllImport("libc", SetLastError = true)] private static extern int close(int fd);
            [DllImport("libc", EntryPoint = "close")] private static extern int CloseOnly(int fd);
            public static async Task A(int fd, nuint request, Func<Task> log)
            {
                int result = ioctl(fd, request, 0);
                await log();
                if (result < 0)
                    throw new Win32Exception([|Marshal.GetLastPInvokeError()|]);
            }
            public static string B(int fd, nuint request, string path)
                => ioctl(fd, request, 0) < 0 ? $"{path} exists: {File.Exists(path)}, errno {[|Marshal.GetLastPInvokeError()|]}" : "";
            public static void C(int fd, nuint request)
            {
                int result = ioctl(fd, request, 0);
                Console.WriteLine($"{result}");
                if (result < 0)
                    throw new IOException([|Marshal.GetLastPInvokeErrorMessage()|]);
            }
        }
        """);

    [Fact]
    public Task What_leaves_errno_alone() => Rule.IsSilent(
        """
        using System.ComponentModel;
        using System.IO;
        using System.Threading.Tasks;
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);
            [DllImport("libc", SetLastError = true)] private static extern int close(int fd);
            [DllImport("libc", EntryPoint = "close")] private static extern int CloseOnly(int fd);
            private static int s_failures;
            public static void A(int fd, nuint request, string path)
            {
                if (ioctl(fd, request, 0) < 0)
                {
                    CloseOnly(fd);
                    System.Threading.Interlocked.Increment(ref s_failures);
                    System.Diagnostics.Debug.Assert(fd >= 0);
                    string name = Path.GetFileName(path);
                    throw new IOException($"{Path.Combine("/dev", name)}: {Marshal.GetLastPInvokeError()}");
                }
            }
            public static int B(int fd, nuint request, int other)
            {
                if (ioctl(fd, request, 0) < 0)
                {
                    if (close(other) < 0)
                        return Marshal.GetLastPInvokeError();
                }
                return 0;
            }
            public static int C(int fd, nuint request)
            {
                if (ioctl(fd, request, 0) >= 0)
                {
                    close(fd);
                    return Marshal.GetLastPInvokeError();
                }
                long start = System.Diagnostics.Stopwatch.GetTimestamp();
                int result = ioctl(fd, request, 1);
                TimeSpan took = System.Diagnostics.Stopwatch.GetElapsedTime(start);
                return result < 0 && took > default(TimeSpan) ? Marshal.GetLastPInvokeError() : 0;
            }
            public static bool D(int fd, nuint request)
            {
                close(fd);
                return ioctl(fd, request, 0) < 0 && Marshal.GetLastPInvokeError() == 9;
            }
        }
        """);
}
