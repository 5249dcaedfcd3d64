using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class ErrorIsLostInCatchTests
{
    [Fact]
    public Task Another_exception_without_it() => Rule.Flags(
        RuleIds.ErrorIsLostInCatch,
        """
        using System.IO;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, in VfioIommuType1DmaMap map)
            {
                try { container.MapDma(map); }
                catch (IoctlException) { throw [|new InvalidOperationException("The buffer cannot be mapped.")|]; }
            }
            public static VfioDeviceInfo B(VfioDevice device, bool mayFail)
            {
                try
                {
                    return device.GetInfo();
                }
                catch (IOException) when (!mayFail)
                {
                    Console.WriteLine("no luck");
                    throw [|new NotSupportedException("This is no device.")|];
                }
            }
        }
        """,
        "'InvalidOperationException' is thrown without what the kernel said when 'MapDma' failed: give it the caught exception as its inner one");

    [Fact]
    public Task Looked_at_or_passed_on() => Rule.IsSilent(
        """
        using System.IO;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, in VfioIommuType1DmaMap map)
            {
                try { container.MapDma(map); }
                catch (IoctlException e) { throw new InvalidOperationException("The buffer cannot be mapped.", e); }
                try { container.MapDma(map); }
                catch (IoctlException e) { throw new InvalidOperationException($"The buffer cannot be mapped: {e.Error}."); }
                try { container.MapDma(map); }
                catch (IOException e) when (e is IoctlException { Error: Errno.ENOMEM }) { throw new InsufficientMemoryException("The limit of locked memory is reached."); }
                try { container.MapDma(map); }
                catch (IoctlException) { Console.WriteLine("not mapped"); throw; }
                try { container.MapDma(map); }
                catch (IoctlException e) when (e.Error == Errno.EEXIST) { }
            }
            public static bool B(VfioDevice device)
            {
                try
                {
                    device.Reset();
                    return true;
                }
                catch (IoctlException)
                {
                    return false;
                }
            }
        }
        """);

    [Fact]
    public Task Passed_over_on_purpose() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal sealed class Driver(VfioContainer container, VfioDevice device) : IDisposable
        {
            public void A()
            {
                try { container.StopDirtyPages(); }
                catch (IoctlException) { }
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { device.Reset(); break; }
                    catch (IoctlException) { }
                }
            }
            public void Dispose()
            {
                try { device.Reset(); }
                catch (IoctlException) { }
                container.Dispose();
            }
        }
        """);

    [Fact]
    public Task About_something_else() => Rule.IsSilent(
        """
        using System.IO;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device, string path)
            {
                try { File.Delete(path); }
                catch (IOException) { throw new InvalidOperationException("The file stays."); }
                try { _ = device.TryReset(); }
                catch (IOException) { throw new InvalidOperationException("Never."); }
                try { device.Reset(); }
                catch (ObjectDisposedException) { }
                try { device.Reset(); }
                catch (ObjectDisposedException) { throw new InvalidOperationException("It is closed."); }
            }
        }
        """);
}
