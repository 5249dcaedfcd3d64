using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsNotPointerTests
{
    [Fact]
    public Task A_uint() => Rule.Flags(
        RuleIds.FieldIsNotPointer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Value))] ReadOnlySpan<byte> [|data|]);
        }
        """,
        "'data' of 'Set' writes its address to 'Value' of type 'uint', which holds no address on every machine: make the field a UserPointer (a __u64) or nuint");

    [Fact]
    public Task An_int_and_a_byte() => Rule.Flags(
        RuleIds.FieldIsNotPointer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Get(this Device device, [Field(nameof(Plain.Fd))] Span<int> [|data|]);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Small))] ReadOnlySpan<ulong> [|items|]);
        }
        """);

    [Fact]
    public Task A_ulong() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address), Length = nameof(Plain.Value))] ReadOnlySpan<byte> data);
        }
        """);

    [Fact]
    public Task A_struct_by_reference() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address), ByteLength = nameof(Plain.Value))] in Listed listed);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Plain))] public static partial void Get(this Device device, [Field(nameof(Plain.Address), ByteLength = nameof(Plain.Value))] out Listed listed);
        }
        """);
}
