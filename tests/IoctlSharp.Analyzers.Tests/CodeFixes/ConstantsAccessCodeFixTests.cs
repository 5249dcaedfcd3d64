using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class ConstantsAccessCodeFixTests
{
    [Fact]
    public Task A_private_enum() => Fix.Makes<ConstantsAccessCodeFix>(
        RuleIds.ConstantsHaveNoNames,
        """
        public static class Native
        {
            [KernelConstants("MODE_")]
            private enum Mode { Slow, Fast }

            // Private, too.
            [KernelConstants("SPEED_")] enum Speed { Low, High }
        }
        """,
        """
        public static class Native
        {
            [KernelConstants("MODE_")]
            internal enum Mode { Slow, Fast }

            // Private, too.
            [KernelConstants("SPEED_")] internal enum Speed { Low, High }
        }
        """);

    [Fact]
    public Task An_enum_in_a_generic_type() => Fix.IsNotOffered<ConstantsAccessCodeFix>(
        RuleIds.ConstantsHaveNoNames,
        """
        public class Outer<T> { [KernelConstants("E_")] private enum E { One } }
        """);
}
