using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ParameterTypeIsUnsupportedTests
{
    [Fact]
    public Task A_double() => Rule.Flags(
        RuleIds.ParameterTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(Device device, double [|value|]);
        }
        """,
        "'value' of 'Set' is of type 'double', which no ioctl can take: use an integer, an enum, a handle, a span of those, or a kernel struct by in, ref or out");

    [Fact]
    public Task A_string_without_CString() => Rule.Flags(
        RuleIds.ParameterTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(Device device, string [|name|]);
        }
        """);

    [Fact]
    public Task A_plain_struct_by_reference() => Rule.Flags(
        RuleIds.ParameterTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(Device device, in DateTime [|a|]);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void Set(Device device, ref (int, int) [|b|]);
        }
        """);

    [Fact]
    public Task A_span_of_native_integers() => Rule.Flags(
        RuleIds.ParameterTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(Device device, ReadOnlySpan<nint> [|values|]);
        }
        """);

    [Fact]
    public Task What_the_kernel_can_take() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(Device device, int value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(Device device, Bit value);
            [Ioctl(IoctlMacro.IO, 3)] public static partial void C(Device device, Device other);
            [Ioctl(IoctlMacro.IO, 4)] public static partial void D(Device device, in Device other);
            [Ioctl(IoctlMacro.IO, 5)] public static partial void E(Device device, ref ulong value);
            [Ioctl(IoctlMacro.IO, 6)] public static partial void F(Device device, Span<byte> value);
        }
        """);

    [Fact]
    public Task An_unknown_type() => Rule.LeavesToCompiler(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(Device device, in Missing value);
        }
        """);
}
