using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class UnionLayoutCodeFixTests
{
    [Fact]
    public Task No_layout() => Fix.Makes<UnionLayoutCodeFix>(
        RuleIds.UnionIsNotExplicit,
        """
        [KernelUnion]
        public partial struct U
        {
            public uint Word;
            [Reserved] private byte _small;
            public const int Count = 1;
        }

        [KernelUnion, StructLayout(LayoutKind.Sequential)] public partial struct V { public uint Word; }
        """,
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)]
        public partial struct U
        {
            [FieldOffset(0)] public uint Word;
            [Reserved, FieldOffset(0)] private byte _small;
            public const int Count = 1;
        }

        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct V { [FieldOffset(0)] public uint Word; }
        """);

    [Fact]
    public Task A_wrong_offset() => Fix.Makes<UnionLayoutCodeFix>(
        RuleIds.UnionArmIsNotAtZero,
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; [FieldOffset(4)] public byte Small; }
        """,
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; [FieldOffset(0)] public byte Small; }
        """);
}
