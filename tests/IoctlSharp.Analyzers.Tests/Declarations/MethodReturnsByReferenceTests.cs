using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MethodReturnsByReferenceTests
{
    [Fact]
    public Task By_ref() => Rule.Flags(
        RuleIds.MethodReturnsByReference,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial ref int [|Get|](Device device);
        }
        """,
        "'Get' returns by reference, but its result is a value that the kernel wrote: remove 'ref'");

    [Fact]
    public Task By_readonly_ref() => Rule.Flags(
        RuleIds.MethodReturnsByReference,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial ref readonly Plain [|Get|](Device device);
        }
        """);

    [Fact]
    public Task By_value() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial Plain Get(Device device);
        }
        """);
}
