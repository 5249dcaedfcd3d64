using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class PassingCodeFixTests
{
    [Fact]
    public Task By_in() => Fix.Makes<PassingCodeFix>(
        RuleIds.StructIsPassedByValue,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, Plain value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, /* c */ Sized value);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, in Plain value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, /* c */ in Sized value);
        }
        """,
        "Pass it by 'in': the kernel reads it");

    [Fact]
    public Task By_ref() => Fix.Makes<PassingCodeFix>(
        RuleIds.StructIsPassedByValue,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, Plain value); }
        """,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, ref Plain value); }
        """,
        "Pass it by 'ref': the kernel reads and writes it");

    [Fact]
    public Task By_out() => Fix.Makes<PassingCodeFix>(
        RuleIds.StructIsPassedByValue,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, Plain value); }
        """,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, out Plain value); }
        """,
        "Pass it by 'out': the kernel writes it");

    [Fact]
    public Task A_default_value_is_left_alone() => Fix.IsNotOffered<PassingCodeFix>(
        RuleIds.StructIsPassedByValue,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, Plain value = default); }
        """);
}
