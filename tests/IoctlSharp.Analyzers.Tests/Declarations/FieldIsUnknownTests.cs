using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsUnknownTests
{
    [Fact]
    public Task A_parameter() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Get(this Device device, [Field("value")] uint [|value|]);
        }
        """,
        "'Get' names the field 'value', which 'Plain' does not have, or which is an array: write nameof of one of its fields");

    [Fact]
    public Task A_preset() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|Preset("value", 1u)|]] public static partial Plain Get(this Device device);
        }
        """);

    [Fact]
    public Task A_result() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] [return: [|Field("value")|]] public static partial uint Set(this Device device, ref Plain value);
        }
        """);

    [Fact]
    public Task An_array() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed byte Name[8]; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial S Get(this Device device, [Field(nameof(S.Name))] byte [|name|]);
        }
        """);

    [Fact]
    public Task In_neither_struct() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public Bit Operation; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(Plain))] public static partial void Set(this Device device, [Field("value")] uint [|value|]);
        }
        """,
        "'Set' names the field 'value', which 'Feature' or 'Plain' does not have, or which is an array: write nameof of one of its fields");

    [Fact]
    public Task In_a_nested_struct() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [KernelStruct("outer")] public partial struct Outer { public Plain Inner; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Outer))] public static partial void A(this Device device, [Field("Inner.value")] uint [|value|]);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Outer))] public static partial void B(this Device device, [Field("Inner.Value.Low")] uint [|value|]);
            [Ioctl(IoctlMacro.IO, 3, Argument = typeof(Outer))] public static partial void C(this Device device, [Field("Inner.")] uint [|value|]);
        }
        """,
        "'A' names the field 'value', which 'Plain' does not have, or which is an array: write nameof of one of its fields");

    [Fact]
    public Task A_length_that_is_not_beside_its_address() => Rule.Flags(
        RuleIds.FieldIsUnknown,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public uint Count; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(Plain))]
            public static partial void Set(this Device device, [Field(nameof(Plain.Address), Length = nameof(Feature.Count))] ReadOnlySpan<byte> [|data|]);
        }
        """);

    [Fact]
    public Task A_field() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), Preset(nameof(Plain.Flags), Bit.One)] public static partial Plain Get(this Device device, [Field(nameof(Plain.Value))] uint value);
        }
        """);
}
