using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ParameterAttributesContradictTests
{
    [Fact]
    public Task A_field_and_a_tail() => Rule.Flags(
        RuleIds.ParameterAttributesContradict,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Field("Flags"), Tail] ReadOnlySpan<int> [|items|]);
        }
        """,
        "'items' of 'Set' carries both [Field] and [Tail], which send it to two places: remove one of them");

    [Fact]
    public Task A_field_and_text() => Rule.Flags(
        RuleIds.ParameterAttributesContradict,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Set(this Device device, [Field("Address"), CString] string [|name|]);
        }
        """);

    [Fact]
    public Task One_each() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Field(nameof(Listed.Flags))] Bit flags, [Tail] ReadOnlySpan<int> items, [Number] byte number);
        }
        """);
}
