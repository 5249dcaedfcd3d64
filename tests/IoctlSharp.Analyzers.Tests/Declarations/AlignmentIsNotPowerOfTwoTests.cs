using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AlignmentIsNotPowerOfTwoTests
{
    [Fact]
    public Task Six() => Rule.Flags(
        RuleIds.AlignmentIsNotPowerOfTwo,
        """
        [KernelStruct("s")] public partial struct S { [[|Aligned(6)|]] public ulong Value; }
        """,
        "'S.Value' asks for an alignment of 6 bytes, but C has powers of two up to 4096 only: write the number of the header, 8 for __aligned_u64");

    [Fact]
    public Task None() => Rule.Flags(
        RuleIds.AlignmentIsNotPowerOfTwo,
        """
        [KernelStruct("s")] public partial struct S { [[|Aligned(0)|]] public ulong Value; }
        """);

    [Fact]
    public Task Eight() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [Aligned(8)] public ulong Value; }
        """);
}
