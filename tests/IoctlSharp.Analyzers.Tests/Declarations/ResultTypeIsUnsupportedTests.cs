using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ResultTypeIsUnsupportedTests
{
    [Fact]
    public Task A_bool() => Rule.Flags(
        RuleIds.ResultTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial bool [|IsReady|](this Device device);
        }
        """,
        "'IsReady' returns 'bool', which no ioctl can give: return void, Errno, int, an enum, a kernel struct, a handle, a KernelBuffer, or one field with [return: Field] from a method that does not return Errno");

    [Fact]
    public Task A_string() => Rule.Flags(
        RuleIds.ResultTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial string [|GetName|](this Device device);
        }
        """);

    [Fact]
    public Task A_field_of_a_void_call() => Rule.Flags(
        RuleIds.ResultTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] [return: Field(nameof(Plain.Value))] public static partial void [|Set|](this Device device, ref Plain value);
        }
        """);

    [Fact]
    public Task Each_result() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Errno B(this Device device);
            [Ioctl(IoctlMacro.IO, 3)] public static partial int C(this Device device);
            [Ioctl(IoctlMacro.IO, 4)] public static partial Bit D(this Device device);
            [Ioctl(IoctlMacro.IO, 5)] public static partial Plain E(this Device device);
            [Ioctl(IoctlMacro.IO, 6)] public static partial Device F(this Device device);
        }
        """);
}
