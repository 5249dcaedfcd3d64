using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MacroNeedsTypeTests
{
    [Fact]
    public Task No_argument() => Rule.Flags(
        RuleIds.MacroNeedsType,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOR, 1)|]] public static partial void Reset(this Device device);
        }
        """,
        "'Reset' uses _IOR, whose number holds the size of a type, but the call has no argument of a known type: write MacroType = typeof(...) as the #define does");

    [Fact]
    public Task Text() => Rule.Flags(
        RuleIds.MacroNeedsType,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOW, 1)|]] public static partial void SetName(this Device device, [CString] string name);
        }
        """);

    [Fact]
    public Task A_span_has_its_length() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial int GetName(this Device device, Span<byte> name);
        }
        """);
}
