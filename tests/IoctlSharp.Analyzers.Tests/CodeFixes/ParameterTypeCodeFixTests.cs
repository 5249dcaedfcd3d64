using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class ParameterTypeCodeFixTests
{
    [Fact]
    public Task Long_is_nint() => Fix.Makes<ParameterTypeCodeFix>(
        RuleIds.LongIsPassedByValue,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, long value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, long value);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, nint value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, nint value);
        }
        """);

    [Fact]
    public Task An_addend_is_a_byte() => Fix.Makes<ParameterTypeCodeFix>(
        RuleIds.NumberParameterIsNotByte,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, [Number] int number); }
        """,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, [Number] byte number); }
        """);

    [Fact]
    public Task A_return_value_is_an_int() => Fix.Makes<ParameterTypeCodeFix>(
        RuleIds.ReturnValueIsNotOutInteger,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial Errno A(this Device device, [ReturnValue] out uint value); }
        """,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial Errno A(this Device device, [ReturnValue] out int value); }
        """);

    [Fact]
    public Task An_enum_is_left_alone() => Fix.IsNotOffered<ParameterTypeCodeFix>(
        RuleIds.LongIsPassedByValue,
        """
        public enum Wide : long { None }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, Wide value); }
        """);

    [Fact]
    public Task Text() => Fix.Makes<ParameterTypeCodeFix>(
        RuleIds.CStringParameterIsNotText,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Device Open(this Device device, [CString] ReadOnlySpan<char> name);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Device Open(this Device device, [CString] string name);
        }
        """);

    [Fact]
    public Task Bytes() => Fix.Makes<ParameterTypeCodeFix>(
        RuleIds.CStringParameterIsNotText,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Device Open(this Device device, [CString] Span<byte> name);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Device Open(this Device device, [CString] ReadOnlySpan<byte> name);
        }
        """,
        "Make it ReadOnlySpan<byte>");
}
