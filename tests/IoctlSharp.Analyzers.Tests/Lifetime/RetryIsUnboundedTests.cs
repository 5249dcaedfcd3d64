using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class RetryIsUnboundedTests
{
    [Fact]
    public Task Until_a_Try_form_succeeds() => Rule.Flags(
        RuleIds.RetryIsUnbounded,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device)
            {
                while ([|device.TryReset()|] != Errno.None)
                    ;
            }
            public static void B(VfioDevice device)
            {
                Errno error;
                do
                {
                    error = [|device.TryReset()|];
                    if (error != Errno.EBUSY && error is not Errno.None)
                        Console.Error.WriteLine($"{device}: {error}");
                }
                while (!(error == Errno.None));
            }
            public static void C(VfioDevice device)
            {
                for (; ; )
                {
                    Errno error = [|device.TryReset()|];
                    if (error is Errno.None)
                        break;
                    if (error == Errno.EAGAIN)
                        continue;
                }
            }
            public static bool D(VfioDevice device)
            {
                while (true)
                {
                    if ([|device.TryReset()|] == Errno.None)
                        return true;
                }
            }
        }
        """,
        "'TryReset' is called until it succeeds, and an error that stays, as ENODEV of a device that is gone, keeps the thread here for ever: go on after errors that pass alone, as EINTR, or count the attempts");

    [Fact]
    public Task Until_an_ioctl_by_hand_succeeds() => Rule.Flags(
        RuleIds.RetryIsUnbounded,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, nuint request)
            {
                int result = ioctl(fd, request, null);
                while (result < 0)
                {
                    Console.WriteLine("once more");
                    result = [|ioctl(fd, request, null)|];
                }
                return result;
            }
            public static unsafe void B(int fd, nuint request)
            {
                while (-1 == [|ioctl(fd, request, null)|])
                    Console.WriteLine(Marshal.GetLastPInvokeError());
            }
        }
        """);

    [Fact]
    public Task Until_nothing_is_thrown() => Rule.Flags(
        RuleIds.RetryIsUnbounded,
        """
        using System.IO;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static VfioDeviceInfo A(VfioDevice device)
            {
                while (true)
                {
                    try
                    {
                        [|device.Reset()|];
                        return default;
                    }
                    catch (ObjectDisposedException)
                    {
                        throw;
                    }
                    catch (IOException e)
                    {
                        Console.WriteLine(e.Message);
                    }
                }
            }
            public static int B(VfioContainer container)
            {
                for (; ; )
                    try { return [|container.GetApiVersion()|]; } catch (IoctlException) { continue; }
            }
        }
        """);

    [Fact]
    public Task After_errors_that_pass() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            private const int EINTR = 4, EAGAIN = 11;
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe int A(int fd, nuint request)
            {
                int result;
                do
                    result = ioctl(fd, request, null);
                while (result == -1 && Marshal.GetLastPInvokeError() is EINTR or EAGAIN);
                return result;
            }
            public static unsafe bool B(int fd, nuint request)
            {
                while (ioctl(fd, request, null) < 0)
                {
                    int error = Marshal.GetLastPInvokeError();
                    if (error != EINTR)
                        return false;
                }
                return true;
            }
            public static Errno C(VfioDevice device)
            {
                Errno error;
                while ((error = device.TryReset()) == Errno.EINTR)
                    ;
                return error;
            }
            public static void D(VfioDevice device)
            {
                while (true)
                {
                    try
                    {
                        device.Reset();
                        return;
                    }
                    catch (IoctlException e) when (e.Error == Errno.EBUSY)
                    {
                    }
                }
            }
            public static void E(VfioDevice device)
            {
                while (true)
                {
                    try
                    {
                        device.Reset();
                        break;
                    }
                    catch (IoctlException e)
                    {
                        if (e.Error is not Errno.EINTR)
                            throw;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task With_an_end() => Rule.IsSilent(
        """
        using System.Diagnostics;
        using System.Threading;
        using System.Threading.Tasks;
        using IoctlSharp.Vfio;
        internal sealed class Driver
        {
            private volatile bool _stops;
            public void Stop() => _stops = true;
            public void A(VfioDevice device, CancellationToken cancellation)
            {
                while (device.TryReset() != Errno.None && !cancellation.IsCancellationRequested)
                    ;
                while (device.TryReset() != Errno.None)
                    cancellation.ThrowIfCancellationRequested();
                while (device.TryReset() != Errno.None)
                    if (_stops)
                        break;
                for (int attempt = 0; attempt < 5 && device.TryReset() != Errno.None; attempt++)
                    ;
                int left = 5;
                while (device.TryReset() != Errno.None && left-- > 0)
                    ;
                Stopwatch clock = Stopwatch.StartNew();
                while (device.TryReset() != Errno.None && clock.ElapsedMilliseconds < 10)
                    ;
            }
            public static async Task B(VfioDevice device)
            {
                while (device.TryReset() != Errno.None)
                    await Task.Delay(10);
                while (device.TryReset() != Errno.None)
                    Thread.Sleep(10);
            }
        }
        """);

    [Fact]
    public Task Loops_about_something_else() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, VfioDevice device, VfioGroup group)
            {
                while (container.GetApiVersion() != 0)
                    ;
                while (!group.GetStatus().Flags.HasFlag(VfioGroupFlags.Viable))
                    ;
                int version;
                do
                    version = container.GetApiVersion();
                while (version != 0);
                uint index = 0;
                while (device.TryGetRegionInfo(index, out _) == Errno.None)
                    index++;
                while (device.TryReset() == Errno.None)
                    ;
                while (true)
                {
                    if (device.TryReset() == Errno.ENODEV)
                        break;
                }
            }
            public static void B(VfioDevice device)
            {
                while (true)
                    device.Reset();
            }
        }
        """);
}
