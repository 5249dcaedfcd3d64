using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class NumberParameterIsNotByteTests
{
    [Fact]
    public Task An_int() => Rule.Flags(
        RuleIds.NumberParameterIsNotByte,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [Number] int [|number|]);
        }
        """,
        "'number' of 'Set' carries [Number] but is of type 'int', and the number of a command is 8 bits wide: make it a byte by value");

    [Fact]
    public Task By_reference() => Rule.Flags(
        RuleIds.NumberParameterIsNotByte,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [Number] in byte [|number|]);
        }
        """);

    [Fact]
    public Task A_byte() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [Number] byte number);
        }
        """);
}
