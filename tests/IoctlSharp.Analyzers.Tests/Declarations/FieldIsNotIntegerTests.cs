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
        "'other' of 'Set' is a file descriptor or a length in 'Small' of type 'byte': make the field an int or a uint as in the header");

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
    public Task A_length_in_bytes_in_an_enum() => Rule.Flags(
        RuleIds.FieldIsNotInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address), ByteLength = nameof(Plain.Flags))] ReadOnlySpan<int> [|data|]);
        }
        """);

    [Fact]
    public Task The_size_of_a_struct_that_a_byte_cannot_hold() => Rule.Flags(
        RuleIds.FieldIsNotInteger,
        """
        [KernelStruct("wide")]
        public unsafe partial struct Wide { private fixed byte _data[256]; }
        [KernelStruct("fits")]
        public unsafe partial struct Fits { private fixed byte _data[255]; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address), ByteLength = nameof(Plain.Small))] in Wide [|wide|]);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Plain))] public static partial void SetAll(this Device device, [Field(nameof(Plain.Address), ElementSize = nameof(Plain.Small))] ReadOnlySpan<Wide> [|wides|]);
            [Ioctl(IoctlMacro.IO, 3, Argument = typeof(Plain))] public static partial void SetOne(this Device device, [Field(nameof(Plain.Address), Length = nameof(Plain.Small))] in Wide wide);
            [Ioctl(IoctlMacro.IO, 4, Argument = typeof(Plain))] public static partial void SetFit(this Device device, [Field(nameof(Plain.Address), ByteLength = nameof(Plain.Small))] in Fits fits);
        }
        """);

    [Fact]
    public Task A_handle_that_is_returned() => Rule.Flags(
        RuleIds.FieldIsNotInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] [return: Field(nameof(Plain.Flags))] public static partial Device [|Make|](this Device device);
        }
        """,
        "'result' of 'Make' is a file descriptor or a length in 'Flags' of type 'Bit': make the field an int or a uint as in the header");

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
