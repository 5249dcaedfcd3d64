using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsAmbiguousTests
{
    private const string Structs = """
        [KernelStruct("feature"), Tail("data", typeof(byte))]
        public partial struct Feature { [ArgSize] private uint _argsz; public Bit Flags; }

        [KernelStruct("state")]
        public partial struct State { public Bit Flags; public int Fd; public Plain Inner; }

        """;

    [Fact]
    public Task A_parameter() => Rule.Flags(
        RuleIds.FieldIsAmbiguous,
        Structs + """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State))]
            public static partial void Set(this Device device, [Field(nameof(State.Flags))] Bit [|flags|]);
        }
        """,
        "'Set' names the field 'Flags', which both 'Feature' and 'State' behind it have: say whose it is with Of = typeof(Feature) or Of = typeof(State)");

    [Fact]
    public Task A_preset() => Rule.Flags(
        RuleIds.FieldIsAmbiguous,
        Structs + """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State)), [|Preset(nameof(Feature.Flags), Bit.One)|]]
            public static partial State Get(this Device device);
        }
        """);

    [Fact]
    public Task A_result_beside_a_tail_that_is_a_parameter() => Rule.Flags(
        RuleIds.FieldIsAmbiguous,
        Structs + """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            [return: [|Field(nameof(State.Flags))|]]
            public static partial Bit Change(this Device device, in Feature feature, [Tail] in State state);
        }
        """);

    [Fact]
    public Task Another_name_or_Of() => Rule.IsSilent(
        Structs + """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State)), Preset(nameof(Feature.Flags), Bit.One, Of = typeof(Feature)), Preset("Inner.Flags", Bit.Two)]
            [return: Field(nameof(State.Fd))]
            public static partial Device? Change(this Device device, [Field(nameof(State.Flags), Of = typeof(State))] Bit flags, [Field("Inner.Value")] out uint value);
        }
        """);
}
