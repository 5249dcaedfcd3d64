using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsNotAccessibleTests
{
    [Fact]
    public Task A_private_field() => Rule.Flags(
        RuleIds.FieldIsNotAccessible,
        """
        [KernelStruct("s")] public partial struct S { private uint _value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial S Get(this Device device, [Field("_value")] uint [|value|]);
        }
        """,
        "'Get' names 'S._value', which cannot be reached from there: make the field internal");

    [Fact]
    public Task A_private_field_of_a_preset() => Rule.Flags(
        RuleIds.FieldIsNotAccessible,
        """
        [KernelStruct("s")] public partial struct S { private uint _value; public uint Other; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|Preset("_value", 1u)|]] public static partial S Get(this Device device);
        }
        """);

    [Fact]
    public Task An_internal_field() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { internal uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial S Get(this Device device, [Field(nameof(S.Value))] uint value);
        }
        """);
}
