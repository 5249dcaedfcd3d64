using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContractNumberSaysNothingTests
{
    [Fact]
    public Task An_empty_range() => Rule.Flags(
        RuleIds.ContractNumberSaysNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|Range(2, 1)|]] public uint Value; }
        """,
        "[Range(2, 1)] on 'Settings.Value' allows every value or none: give [Range] a minimum that is not above its maximum, and [AlignedTo] a power of two");

    [Fact]
    public Task An_odd_alignment() => Rule.Flags(
        RuleIds.ContractNumberSaysNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|AlignedTo(12)|]] public uint Value; }
        """);

    [Fact]
    public Task Aligned_to_one() => Rule.Flags(
        RuleIds.ContractNumberSaysNothing,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|AlignedTo(1)|]] public uint Value; }
        """);

    [Fact]
    public Task Numbers_that_limit() => Rule.IsSilent(
        """
        [KernelStruct("settings")] public partial struct Settings { [Range(1, 1), AlignedTo(8)] public uint Value; }
        """);
}
