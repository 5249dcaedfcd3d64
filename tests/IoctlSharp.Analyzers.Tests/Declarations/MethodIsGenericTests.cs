using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MethodIsGenericTests
{
    [Fact]
    public Task A_type_parameter() => Rule.Flags(
        RuleIds.MethodIsGeneric,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void [|Set|]<T>(Device device, in T value) where T : unmanaged;
        }
        """,
        "'Set' is generic, but a command takes one struct: declare a method for each type");

    [Fact]
    public Task A_result_of_any_type() => Rule.Flags(
        RuleIds.MethodIsGeneric,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial T [|Get|]<T>(this Device device) where T : unmanaged;
        }
        """);

    [Fact]
    public Task A_span_of_a_type() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(Device device, ReadOnlySpan<uint> values);
        }
        """);
}
