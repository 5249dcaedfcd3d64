using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsNotIntegerTests
{
    [Fact]
    public Task A_handle_in_a_byte() => Rule.Flags(
        RuleIds.FieldIsNotInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Small))] Device [|other|]);
        }
        """,
        "'other' of 'Set' writes a file descriptor or a length to 'Small' of type 'byte': make the field an int or a uint as in the header");

    [Fact]
    public Task A_length_in_an_enum() => Rule.Flags(
        RuleIds.FieldIsNotInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address), Length = nameof(Plain.Flags))] ReadOnlySpan<byte> [|data|]);
        }
        """);

    [Fact]
    public Task A_handle_in_an_int() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Fd))] Device other);
        }
        """);
}
