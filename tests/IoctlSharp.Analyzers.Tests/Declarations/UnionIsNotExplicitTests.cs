using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class UnionIsNotExplicitTests
{
    [Fact]
    public Task No_layout() => Rule.Flags(
        RuleIds.UnionIsNotExplicit,
        """
        [KernelUnion] public partial struct [|U|] { public uint Word; public byte Small; }
        """,
        "The arms of union 'U' would stand one behind the other: write [StructLayout(LayoutKind.Explicit)] on it and [FieldOffset(0)] on each field");

    [Fact]
    public Task Sequential() => Rule.Flags(
        RuleIds.UnionIsNotExplicit,
        """
        [KernelUnion, StructLayout(LayoutKind.Sequential)] public partial struct [|U|] { public uint Word; }
        """);

    [Fact]
    public Task Explicit() => Rule.IsSilent(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; [FieldOffset(0)] public byte Small; }
        """);

    [Fact]
    public Task No_offsets() => Rule.LeavesToCompiler(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { public uint Word; }
        """);
}
