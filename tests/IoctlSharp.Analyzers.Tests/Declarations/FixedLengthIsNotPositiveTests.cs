using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FixedLengthIsNotPositiveTests
{
    [Fact]
    public Task Zero() => Rule.Flags(
        RuleIds.FixedLengthIsNotPositive,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), [|FixedLength(0)|]] ReadOnlySpan<byte> token);
        }
        """,
        "'token' of 'Set' has a fixed length of 0 elements, which no call could pass on: state the number of elements that the kernel takes");

    [Fact]
    public Task Less() => Rule.Flags(
        RuleIds.FixedLengthIsNotPositive,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), [|FixedLength(-16)|]] ReadOnlySpan<byte> token);
        }
        """);

    [Fact]
    public Task Sixteen() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address)), FixedLength(16)] ReadOnlySpan<byte> token);
        }
        """);
}
