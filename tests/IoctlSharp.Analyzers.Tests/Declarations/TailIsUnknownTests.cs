using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TailIsUnknownTests
{
    [Fact]
    public Task No_tail() => Rule.Flags(
        RuleIds.TailIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Sized value, [Tail] ReadOnlySpan<int> [|items|]);
        }
        """,
        "'items' of 'Set' stands behind struct 'sized', which has no tail: write [Tail(\"c_name\", typeof(element))] on the struct");

    [Fact]
    public Task A_tail() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<int> items);
        }
        """);
}
