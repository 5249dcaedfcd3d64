using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MacroIsUnknownTests
{
    [Fact]
    public Task A_cast() => Rule.Flags(
        RuleIds.MacroIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl((IoctlMacro)7, 1)|]] public static partial void Reset(this Device device);
        }
        """,
        "'Reset' uses macro 7, which does not exist: write IoctlMacro.IO, IOR, IOW or IOWR as the #define does");

    [Fact]
    public Task A_number_below_and_one_beyond() => Rule.Flags(
        RuleIds.MacroIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl((IoctlMacro)(-1), 1)|]] public static partial void A(this Device device, in uint value);
            [[|Ioctl((IoctlMacro)8, 2)|]] public static partial Plain B(int fd);
        }
        """);

    [Fact]
    public Task Each_macro() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IOR, 2)] public static partial void B(this Device device, out uint value);
            [Ioctl(IoctlMacro.IOW, 3)] public static partial void C(this Device device, in uint value);
            [Ioctl(IoctlMacro.IOWR, 4)] public static partial void D(this Device device, ref uint value);
        }
        """);
}
