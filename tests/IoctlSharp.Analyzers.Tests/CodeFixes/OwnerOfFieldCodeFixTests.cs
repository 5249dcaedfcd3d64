using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class OwnerOfFieldCodeFixTests
{
    [Fact]
    public Task A_parameter() => Fix.Makes<OwnerOfFieldCodeFix>(
        RuleIds.FieldIsAmbiguous,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public Bit Flags; }
        [KernelStruct("state")] public partial struct State { public Bit Flags; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State))] public static partial void Set(this Device device, [Field(nameof(State.Flags))] Bit flags);
        }
        """,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public Bit Flags; }
        [KernelStruct("state")] public partial struct State { public Bit Flags; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State))] public static partial void Set(this Device device, [Field(nameof(State.Flags), Of = typeof(State))] Bit flags);
        }
        """,
        "Write Of = typeof(State)");

    [Fact]
    public Task A_preset() => Fix.Makes<OwnerOfFieldCodeFix>(
        RuleIds.FieldIsAmbiguous,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public Bit Flags; }
        [KernelStruct("state")] public partial struct State { public Bit Flags; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State)), Preset(nameof(Feature.Flags), Bit.One)] public static partial void Set(this Device device);
        }
        """,
        """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [ArgSize] private uint _argsz; public Bit Flags; }
        [KernelStruct("state")] public partial struct State { public Bit Flags; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(State)), Preset(nameof(Feature.Flags), Bit.One, Of = typeof(Feature))] public static partial void Set(this Device device);
        }
        """,
        "Write Of = typeof(Feature)");
}
