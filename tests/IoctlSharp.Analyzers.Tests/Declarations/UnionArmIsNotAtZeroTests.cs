using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class UnionArmIsNotAtZeroTests
{
    [Fact]
    public Task An_arm_behind_the_other() => Rule.Flags(
        RuleIds.UnionArmIsNotAtZero,
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; [FieldOffset(4)] public byte [|Small|]; }
        """,
        "'U.Small' is an arm of a union, and C has every arm at the start: write [FieldOffset(0)] on it");

    [Fact]
    public Task Two_arms_behind_another() => Rule.Flags(
        RuleIds.UnionArmIsNotAtZero,
        """
        [KernelUnion("u"), StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public ulong Long; [FieldOffset(2)] public ushort [|Middle|]; [FieldOffset(4)] public uint High; }
        """);

    [Fact]
    public Task Both_at_the_start() => Rule.IsSilent(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; [FieldOffset(0)] public ulong Long; }
        """);
}
