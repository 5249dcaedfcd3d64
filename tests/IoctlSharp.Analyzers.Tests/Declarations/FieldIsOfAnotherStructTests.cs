using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsOfAnotherStructTests
{
    [Fact]
    public Task A_struct_that_is_not_sent() => Rule.Flags(
        RuleIds.FieldIsOfAnotherStruct,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Sized.Flags), Of = typeof(Sized))] Bit [|flags|]);
        }
        """,
        "'Set' names a field of 'Sized', which is neither its argument nor the struct behind that: name one of those in Of =, or state 'Sized' with Argument = or Tail = in [Ioctl]");

    [Fact]
    public Task A_preset_of_the_elements_of_a_tail() => Rule.Flags(
        RuleIds.FieldIsOfAnotherStruct,
        """
        [KernelStruct("many"), Tail("items", typeof(Plain))] public partial struct Many { public ulong Size; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|Preset(nameof(Plain.Flags), Bit.One, Of = typeof(Plain))|]] public static partial void Set(this Device device, in Many many, [Tail] ReadOnlySpan<Plain> items);
        }
        """);

    [Fact]
    public Task The_argument() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Flags), Of = typeof(Plain))] Bit flags);
        }
        """);

    [Fact]
    public Task A_half_typed_type() => Rule.LeavesToCompiler(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Flags), Of = typeof(Pla))] Bit flags);
        }
        """);

    [Fact]
    public Task Of_nothing() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Flags), Of = null)] Bit flags);
        }
        """);
}
