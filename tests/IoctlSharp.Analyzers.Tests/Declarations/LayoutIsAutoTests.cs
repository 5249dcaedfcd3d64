using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class LayoutIsAutoTests
{
    [Fact]
    public Task Auto() => Rule.Flags(
        RuleIds.LayoutIsAuto,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Auto)] public partial struct [|S|] { public uint First; }
        """,
        "'S' has LayoutKind.Auto, which lets the runtime reorder its fields: remove [StructLayout], and the layout of C is generated");

    [Fact]
    public Task Auto_as_a_number() => Rule.Flags(
        RuleIds.LayoutIsAuto,
        """
        [KernelStruct("s"), StructLayout((short)3, Pack = 4)] public partial struct [|S|] { public byte First; public uint Second; }
        """);

    [Fact]
    public Task Sequential() => Rule.IsSilent(
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Sequential)] public partial struct S { public uint First; }
        """);
}
