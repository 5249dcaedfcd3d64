using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CStringParameterIsNotTextTests
{
    [Fact]
    public Task A_span_of_char() => Rule.Flags(
        RuleIds.CStringParameterIsNotText,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [CString] ReadOnlySpan<char> [|name|]);
        }
        """,
        "'name' of 'Set' carries [CString] but is of type 'System.ReadOnlySpan<char>': make it a string or a ReadOnlySpan<byte>");

    [Fact]
    public Task A_writable_span() => Rule.Flags(
        RuleIds.CStringParameterIsNotText,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [CString] Span<byte> [|name|]);
        }
        """);

    [Fact]
    public Task A_string_and_bytes() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, [CString] string name);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, [CString] ReadOnlySpan<byte> name);
        }
        """);
}
