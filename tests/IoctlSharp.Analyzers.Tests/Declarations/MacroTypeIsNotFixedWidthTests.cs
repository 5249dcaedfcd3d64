using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MacroTypeIsNotFixedWidthTests
{
    [Fact]
    public Task A_string() => Rule.Flags(
        RuleIds.MacroTypeIsNotFixedWidth,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOR, 1, MacroType = typeof(string))|]] public static partial void Reset(this Device device);
        }
        """,
        "MacroType of 'Reset' is 'string', which has no C layout: name an integer, nint for a C long, or a kernel struct");

    [Fact]
    public Task A_bool_and_an_array() => Rule.Flags(
        RuleIds.MacroTypeIsNotFixedWidth,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOW, 1, MacroType = typeof(bool))|]] public static partial void Set(this Device device, in uint value);
            [[|Ioctl(IoctlMacro.IOR, 2, MacroType = typeof(uint[]))|]] public static partial void Get(this Device device, out uint value);
        }
        """);

    [Fact]
    public Task A_native_integer() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1, MacroType = typeof(nuint))] public static partial void Get(this Device device, out ulong size);
        }
        """);

    [Fact]
    public Task An_unknown_type() => Rule.LeavesToCompiler(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1, MacroType = typeof(Missing))] public static partial void Reset(this Device device);
        }
        """);
}
