using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class SpanRuleOperandIsUnknownTests
{
    [Fact]
    public Task A_field_of_another_struct() => Rule.Flags(
        RuleIds.SpanRuleOperandIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), [|MinimumLength("Size")|]] Span<byte> data);
        }
        """,
        "[MinimumLength] on 'data' of 'Set' names 'Size', which is neither an integer parameter of it nor an integer field of 'Plain' that it can reach: use nameof of one of those");

    [Fact]
    public Task An_enum() => Rule.Flags(
        RuleIds.SpanRuleOperandIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), [|BitPerPage(nameof(Plain.Value), nameof(Plain.Flags))|]] Span<byte> data);
        }
        """);

    [Fact]
    public Task What_comes_out() => Rule.Flags(
        RuleIds.SpanRuleOperandIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Value))] out uint length, [Field(nameof(Plain.Address)), [|MinimumLength("length")|]] Span<byte> data);
        }
        """);

    [Fact]
    public Task A_private_field() => Rule.Flags(
        RuleIds.SpanRuleOperandIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), [|MinimumLength("_p1")|]] Span<byte> data);
        }
        """);

    [Fact]
    public Task Without_a_struct() => Rule.Flags(
        RuleIds.SpanRuleOperandIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial void Get(this Device device, [[|MinimumLength("Value")|]] Span<byte> data);
        }
        """);

    [Fact]
    public Task Parameters_and_fields() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Value))] uint length, [Field(nameof(Plain.Address)), BitPerPage("length", nameof(Plain.Small))] Span<byte> data);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void SetBoth(this Device device, in Plain plain, [Field(nameof(Plain.Address)), BitPerPage(nameof(Plain.Value), nameof(Plain.Fd))] Span<ulong> data);
            [Ioctl(IoctlMacro.IO, 3, Argument = typeof(Plain))] public static partial void Get(this Device device, [Field(nameof(Plain.Address)), MinimumLength("length")] Span<byte> data, int length);
        }
        """);
}
