using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class InnerExceptionCodeFixTests
{
    [Fact]
    public Task With_a_name_and_without() => Fix.Makes<InnerExceptionCodeFix>(
        RuleIds.ErrorIsLostInCatch,
        """
        using System.IO;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device)
            {
                try
                {
                    device.Reset();
                }
                catch (IoctlException)
                {
                    throw new InvalidOperationException("It cannot be reset.");
                }

                try
                {
                    device.Reset();
                }
                catch (IOException failure)
                {
                    throw new NotSupportedException("It cannot be reset."); // ever
                }
            }
        }
        """,
        """
        using System.IO;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioDevice device)
            {
                try
                {
                    device.Reset();
                }
                catch (IoctlException exception)
                {
                    throw new InvalidOperationException("It cannot be reset.", exception);
                }

                try
                {
                    device.Reset();
                }
                catch (IOException failure)
                {
                    throw new NotSupportedException("It cannot be reset.", failure); // ever
                }
            }
        }
        """);

    [Fact]
    public Task Where_no_constructor_takes_it() => Fix.IsNotOffered<InnerExceptionCodeFix>(
        RuleIds.ErrorIsLostInCatch,
        """
        using IoctlSharp.Vfio;
        internal sealed class ResetFailedException(string message) : Exception(message);
        internal static class Driver
        {
            public static void A(VfioDevice device)
            {
                try { device.Reset(); }
                catch (IoctlException) { throw new ResetFailedException("It cannot be reset."); }
                try { device.Reset(); }
                catch (IoctlException) { throw new InvalidOperationException(); }
            }
            public static void B(VfioDevice device, int exception)
            {
                try { device.Reset(); }
                catch (IoctlException) { throw new InvalidOperationException($"not {exception}"); }
            }
        }
        """);
}
