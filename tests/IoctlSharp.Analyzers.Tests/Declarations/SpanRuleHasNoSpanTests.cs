using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class SpanRuleHasNoSpanTests
{
    [Fact]
    public Task A_value() => Rule.Flags(
        RuleIds.SpanRuleHasNoSpan,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Value)), [|FixedLength(4)|]] uint value);
        }
        """,
        "'value' of 'Set' carries [FixedLength] but is of type 'uint', which has no length: make it a Span or a ReadOnlySpan, or remove the attribute");

    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.SpanRuleHasNoSpan,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [[|MinimumLength(nameof(Plain.Value))|]] in Plain plain);
        }
        """);

    [Fact]
    public Task Spans_of_every_kind() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), FixedLength(4)] ReadOnlySpan<uint> values);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Listed))] public static partial void SetTail(this Device device, [Tail, FixedLength(4)] ReadOnlySpan<int> items);
            [Ioctl(IoctlMacro.IOR, 3)] public static partial void Get(this Device device, [FixedLength(4)] Span<byte> bytes);
        }
        """);
}
