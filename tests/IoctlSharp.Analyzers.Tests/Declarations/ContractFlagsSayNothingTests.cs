using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContractFlagsSayNothingTests
{
    [Fact]
    public Task Exactly_one_of_one() => Rule.Flags(
        RuleIds.ContractFlagsSayNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|ExactlyOne(Bit.One)|]] public Bit Flags; }
        """,
        "The flags of [ExactlyOne] on 'Settings.Flags' say nothing: give a group at least its two flags (one for [AtLeastOne]), and a flag others than itself");

    [Fact]
    public Task At_least_one_of_none() => Rule.Flags(
        RuleIds.ContractFlagsSayNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|AtLeastOne(Bit.None)|]] public Bit Flags; }
        """);

    [Fact]
    public Task A_flag_that_excludes_itself() => Rule.Flags(
        RuleIds.ContractFlagsSayNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|Excludes(Bit.One, Bit.One | Bit.Two)|]] public Bit Flags; }
        """);

    [Fact]
    public Task Valid_with_no_flag() => Rule.Flags(
        RuleIds.ContractFlagsSayNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|ValidWhen(nameof(Flags), Bit.None)|]] public uint Value; }
        """);

    [Fact]
    public Task Zero_of_an_enum_that_is_no_flags() => Rule.IsSilent(
        """
        public enum Kind : uint { None, One }
        [KernelStruct("settings")] public partial struct Settings { public Kind Kind; [ZeroWhen(nameof(Kind), Kind.None)] public uint Value; [Requires(Bit.One, Bit.Two)] public Bit Flags; }
        """);
}
