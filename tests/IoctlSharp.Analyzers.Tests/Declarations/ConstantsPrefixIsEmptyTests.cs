using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ConstantsPrefixIsEmptyTests
{
    [Fact]
    public Task An_empty_prefix() => Rule.Flags(
        RuleIds.ConstantsPrefixIsEmpty,
        """
        [[|KernelConstants("")|]] public enum E { One }
        """,
        "The prefix of [KernelConstants] on 'E' is empty, so no member has its C name: write what all names begin with, as in \"VFIO_DMA_MAP_FLAG_\"");

    [Fact]
    public Task A_prefix_that_is_null_on_flags_with_a_header() => Rule.Flags(
        RuleIds.ConstantsPrefixIsEmpty,
        """
        [Flags, [|KernelConstants(null!, Header = "linux/e.h")|]] public enum E : uint { One = 1, Two = 2 }
        """);

    [Fact]
    public Task A_prefix() => Rule.IsSilent(
        """
        [KernelConstants("E_")] public enum E { One }
        """);
}
