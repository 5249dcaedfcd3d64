using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldTypeDiffersTests
{
    [Fact]
    public Task A_parameter() => Rule.Flags(
        RuleIds.FieldTypeDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Get(this Device device, [Field(nameof(Plain.Value))] int [|value|]);
        }
        """,
        "'value' of 'Get' is of type 'int', but the field 'Value' is of type 'uint': give both the same type");

    [Fact]
    public Task A_result() => Rule.Flags(
        RuleIds.FieldTypeDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] [return: Field(nameof(Plain.Value))] public static partial ulong [|Set|](this Device device, ref Plain value);
        }
        """);

    [Fact]
    public Task An_enum_over_the_type() => Rule.Flags(
        RuleIds.FieldTypeDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Get(this Device device, [Field(nameof(Plain.Value))] Bit [|value|]);
        }
        """);

    [Fact]
    public Task Equal_types() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] [return: Field(nameof(Plain.Value))] public static partial uint Set(this Device device, ref Plain value, [Field(nameof(Plain.Flags))] Bit flags);
        }
        """);
}
