using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContractValueIsNotOfFieldTests
{
    [Fact]
    public Task A_number_for_a_flag() => Rule.Flags(
        RuleIds.ContractValueIsNotOfField,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|ValidWhen(nameof(Flags), 1u)|]] public uint Value; }
        """,
        "[ValidWhen] on 'Settings.Value' gives a value that is no constant of the type of 'Flags', which is 'Bit': write a constant of that type");

    [Fact]
    public Task Another_enum() => Rule.Flags(
        RuleIds.ContractValueIsNotOfField,
        """
        public enum Other : uint { One = 1 }
        [KernelStruct("settings")] public partial struct Settings { [[|AtLeastOne(Other.One)|]] public Bit Flags; }
        """);

    [Fact]
    public Task Flags_that_exclude_those_of_another_enum() => Rule.Flags(
        RuleIds.ContractValueIsNotOfField,
        """
        public enum Other : uint { One = 1 }
        [KernelStruct("settings")] public partial struct Settings { [[|Excludes(Bit.One, Other.One)|]] public Bit Flags; }
        """);

    [Fact]
    public Task Refused_values_of_another_type() => Rule.Flags(
        RuleIds.ContractValueIsNotOfField,
        """
        public enum Other : uint { One = 1 }
        [KernelStruct("settings")] public partial struct Settings { [[|Refused(Bit.One, Other.One)|]] public Bit Flags; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Choose(this Device device, [[|Refused(1u)|]] Bit bit); }
        """,
        "[Refused] on 'Settings.Flags' gives a value that is no constant of the type of 'Flags', which is 'Bit': write a constant of that type");

    [Fact]
    public Task Its_own_flags() => Rule.IsSilent(
        """
        [KernelStruct("refusing"), Tail("items", typeof(byte))] public partial struct Refusing { [ArgSize] private uint _argsz; [Refused(Bit.One), TailWhen(Bit.Two)] public Bit Flags; [Refused(1u, 2u)] public uint Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Choose(this Device device, [Refused(Bit.One)] Bit bit); }
        [KernelStruct("settings")] public partial struct Settings { [ExactlyOne(Bit.One | Bit.Two), AtLeastOne(Bit.One), Excludes(Bit.One, Bit.Two)] public Bit Flags; [ValidWhen(nameof(Flags), Bit.One)] public uint Value; }
        """);
}
