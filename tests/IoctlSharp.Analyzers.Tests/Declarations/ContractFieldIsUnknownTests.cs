using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContractFieldIsUnknownTests
{
    [Fact]
    public Task A_name_that_no_field_has() => Rule.Flags(
        RuleIds.ContractFieldIsUnknown,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|ValidWhen("Missing", Bit.One)|]] public uint Value; }
        """,
        "[ValidWhen] on 'Settings.Value' depends on 'Missing', which is no other field of 'Settings': name one with nameof");

    [Fact]
    public Task The_field_itself() => Rule.Flags(
        RuleIds.ContractFieldIsUnknown,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|ZeroWhen("Value", 1u)|]] public uint Value; }
        """);

    [Fact]
    public Task Nothing() => Rule.Flags(
        RuleIds.ContractFieldIsUnknown,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|ZeroWhen(null!, Bit.One)|]] public uint Value; }
        """);

    [Fact]
    public Task A_multiple_of_nothing() => Rule.Flags(
        RuleIds.ContractFieldIsUnknown,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|AlignedTo("Missing")|]] public uint Value; [[|AlignedTo(nameof(Other))|]] public uint Other; }
        [KernelStruct("flagged")] public partial struct Flagged { public Bit Flags; [[|AlignedTo(nameof(Flags))|]] public uint Value; }
        """,
        "[AlignedTo] on 'Settings.Value' depends on 'Missing', which is no other field of 'Settings': name one with nameof");

    [Fact]
    public Task A_field_that_exists() => Rule.IsSilent(
        """
        [KernelStruct("aligned")] public partial struct Aligned { public uint Unit; [AlignedTo(nameof(Unit))] public uint Value; }
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [ValidWhen(nameof(Flags), Bit.One), ZeroWhen(nameof(Flags), Bit.Two)] public uint Value; }
        """);
}
