using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class PresetIsNotConstantOfFieldTests
{
    [Fact]
    public Task Another_enum() => Rule.Flags(
        RuleIds.PresetIsNotConstantOfField,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|Preset(nameof(Plain.Flags), DayOfWeek.Friday)|]] public static partial Plain Get(this Device device);
        }
        """,
        "A [Preset] of 'Get' sets 'Flags' of type 'Bit' to something else than a constant of that type: write a member of 'Bit'");

    [Fact]
    public Task Text() => Rule.Flags(
        RuleIds.PresetIsNotConstantOfField,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|Preset(nameof(Plain.Value), "1")|]] public static partial Plain Get(this Device device);
        }
        """);

    [Fact]
    public Task Too_large() => Rule.Flags(
        RuleIds.PresetIsNotConstantOfField,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|Preset(nameof(Plain.Small), 256)|]] public static partial Plain Get(this Device device);
        }
        """);

    [Fact]
    public Task Its_own_enum_and_an_integer() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), Preset(nameof(Plain.Flags), Bit.One | Bit.Two), Preset(nameof(Plain.Value), 7u)] public static partial Plain Get(this Device device);
        }
        """);
}
