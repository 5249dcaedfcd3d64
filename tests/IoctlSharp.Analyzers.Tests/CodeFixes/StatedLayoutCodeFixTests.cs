using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class StatedLayoutCodeFixTests
{
    [Fact]
    public Task Auto() => Fix.Makes<StatedLayoutCodeFix>(
        RuleIds.LayoutIsAuto,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Auto)] public partial struct S { public uint Value; }
        [KernelStruct("t")]
        [StructLayout(LayoutKind.Auto)]
        public partial struct T { public uint Value; }
        """,
        """
        [KernelStruct("s")] public partial struct S { public uint Value; }
        [KernelStruct("t")]
        public partial struct T { public uint Value; }
        """);

    [Fact]
    public Task A_pack() => Fix.Makes<StatedLayoutCodeFix>(
        RuleIds.LayoutDiffersFromC,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Sequential, Pack = 1)] public partial struct S { public byte Kind; public uint Value; }
        """,
        """
        [KernelStruct("s")] public partial struct S { public byte Kind; public uint Value; }
        """);

    [Fact]
    public Task Offsets_is_left_alone() => Fix.IsNotOffered<StatedLayoutCodeFix>(
        RuleIds.LayoutDiffersFromC,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Explicit)] public partial struct S { [FieldOffset(0)] public byte Kind; [FieldOffset(8)] public uint Value; }
        """);
}
