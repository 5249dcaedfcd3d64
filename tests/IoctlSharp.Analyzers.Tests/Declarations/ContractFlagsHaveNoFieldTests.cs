using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContractFlagsHaveNoFieldTests
{
    [Fact]
    public Task No_field_of_that_type() => Rule.Flags(
        RuleIds.ContractFlagsHaveNoField,
        """
        [KernelStruct("settings")] public partial struct Settings { public uint Flags; [[|NonZero(Unless = Bit.One)|]] public uint Value; }
        """,
        "[NonZero] on 'Settings.Value' depends on a constant of 'Bit', but not exactly one other field of 'Settings' has that type: give a constant of the type of one field");

    [Fact]
    public Task Two_fields_of_that_type() => Rule.Flags(
        RuleIds.ContractFlagsHaveNoField,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; public Bit More; [[|NonZero(Unless = Bit.One)|]] public uint Value; }
        """);

    [Fact]
    public Task A_number() => Rule.Flags(
        RuleIds.ContractFlagsHaveNoField,
        """
        [KernelStruct("settings")] public partial struct Settings { public uint Flags; [[|NonZero(Unless = 1u)|]] public uint Value; }
        """);

    [Fact]
    public Task A_condition() => Rule.Flags(
        RuleIds.ContractFlagsHaveNoField,
        """
        [KernelStruct("settings")] public partial struct Settings { public uint Flags; [[|PowerOfTwo(When = Bit.One)|]] public uint Value; [[|Range(1, 2, When = Bit.One)|]] public uint Other; [[|AlignedTo(8, When = Bit.One)|]] public uint Third; }
        """);

    [Fact]
    public Task One_field() => Rule.IsSilent(
        """
        [KernelStruct("conditional")] public partial struct Conditional { public Bit Flags; [NonZero(When = Bit.One), PowerOfTwo(When = Bit.One), Range(1, 2, When = Bit.One), AlignedTo(8, When = Bit.One)] public uint Value; }
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [NonZero(Unless = Bit.One)] public uint Value; [NonZero] public uint Other; }
        """);
}
